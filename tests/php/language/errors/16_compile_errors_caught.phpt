--TEST--
A CompileError of evaluated code is caught
--FILE--
<?php
foreach(['final final class A{}','abstract abstract class A{}','class A{ public private $x; }','class A { final final function f(){} }','class A { abstract final function f(); }','readonly readonly class A{}','new final class{};','class A{ static static $x; }','class A{ readonly readonly int $x; }','{ __halt_compiler(); }','class A{ static const X=1; }','function f(readonly $x){}'] as $c) try{ eval($c); }catch(CompileError $e){ echo get_class($e),$e->getMessage(),$e->getLine(),"\n"; }
--EXPECTF--
CompileErrorMultiple final modifiers are not allowed1
CompileErrorMultiple abstract modifiers are not allowed1
CompileErrorMultiple access type modifiers are not allowed1
CompileErrorMultiple final modifiers are not allowed1
CompileErrorCannot use the final modifier on an abstract method1
CompileErrorMultiple readonly modifiers are not allowed1
CompileErrorCannot use the final modifier on an anonymous class1
CompileErrorMultiple static modifiers are not allowed1
CompileErrorMultiple readonly modifiers are not allowed1
CompileError__HALT_COMPILER() can only be used from the outermost scope1
CompileErrorCannot use the static modifier on a class constant1

Fatal error: Cannot declare promoted property outside a constructor in %s16_compile_errors_caught.php(2) : eval()'d code on line 1
