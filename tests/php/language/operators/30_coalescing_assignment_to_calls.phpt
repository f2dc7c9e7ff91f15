--TEST--
??= on what calls return, ?-> before ::, and chains of exceptions that would be rings
--FILE--
<?php
function &foo() { static $foo; echo "foo\n"; return $foo; } function bar() { echo "bar\n"; return 'k'; } foo(bar())['bar'] ??= 42; var_dump(foo()); foo()[bar()]['x'] ??= 1; foo()[bar()]['x'] ??= 2; print_r(foo()); class F { public $p; function me() { echo "me\n"; return $this; } } (new F)->me()->{bar()} ??= 5; $o = new F; $o->me()->q ??= 7; print_r($o);
var_dump(null?->bar()::$baz, null?->bar()::baz(), null?->bar()::X);
try { $e = new Exception("Foo"); try { throw new Exception("Bar", 0, $e); } finally { throw new Exception("Dummy", 0, $e); } } catch (Exception $e) { var_dump((string)$e); }
--EXPECTF--
bar
foo
foo
array(1) {
  ["bar"]=>
  int(42)
}
foo
bar
foo
bar
foo
Array
(
    [bar] => 42
    [k] => Array
        (
            [x] => 1
        )

)
me
bar

Deprecated: Creation of dynamic property F::$k is deprecated in %s30_coalescing_assignment_to_calls.php on line 2
me

Deprecated: Creation of dynamic property F::$q is deprecated in %s30_coalescing_assignment_to_calls.php on line 2
F Object
(
    [p] => 
    [q] => 7
)

Fatal error: Uncaught Error: Class name must be a valid object or a string in %s30_coalescing_assignment_to_calls.php:3
Stack trace:
#0 {main}
  thrown in %s30_coalescing_assignment_to_calls.php on line 3
