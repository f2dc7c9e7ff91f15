--TEST--
A parameter of type callable complains of self:: and parent::
--FILE--
<?php
class A{ function foo(){} } class B extends A{ function f(callable $c){ return 1; } function g(){ $this->f('self::foo'); $this->f(['self','foo']); $this->f(['B','parent::foo']); $this->f([$this,'parent::foo']); (fn(?callable $c)=>1)('parent::foo'); } } (new B)->g();
--EXPECTF--
Deprecated: Use of "self" in callables is deprecated in %s20_deprecated_callables_as_arguments.php on line 2

Deprecated: Use of "self" in callables is deprecated in %s20_deprecated_callables_as_arguments.php on line 2

Deprecated: Callables of the form ["B", "parent::foo"] are deprecated in %s20_deprecated_callables_as_arguments.php on line 2

Deprecated: Callables of the form ["B", "parent::foo"] are deprecated in %s20_deprecated_callables_as_arguments.php on line 2

Deprecated: Use of "parent" in callables is deprecated in %s20_deprecated_callables_as_arguments.php on line 2
