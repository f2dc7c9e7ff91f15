--TEST--
Type errors name the function, the parameter and the line
--FILE--
<?php
function f(int $a, string ...$b): int {
    return $a;
}
try {
    f('x');
} catch (TypeError $e) {
    echo $e->getMessage(), ' @', $e->getLine(), "\n";
}
class A { public static function m(self $x, ?array $y = null): static { return new static; } }
try { A::m(1); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { A::m(new A, 'str'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { (fn(callable $c) => 1)('nope'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { (fn(iterable $c) => 1)(1); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { array_map('nope', []); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { str_repeat('x', -1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
try { in_array(1, 'x'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
echo strlen(null);
f([]);
--EXPECTF--
f(): Argument #1 ($a) must be of type int, string given, called in %s12_static_functions_and_types.php on line 6 @2
A::m(): Argument #1 ($x) must be of type A, int given, called in %s12_static_functions_and_types.php on line 11
A::m(): Argument #2 ($y) must be of type ?array, string given, called in %s12_static_functions_and_types.php on line 12
{closure:%s12_static_functions_and_types.php:13}(): Argument #1 ($c) must be of type callable, string given, called in %s12_static_functions_and_types.php on line 13
{closure:%s12_static_functions_and_types.php:14}(): Argument #1 ($c) must be of type Traversable|array, int given, called in %s12_static_functions_and_types.php on line 14
array_map(): Argument #1 ($callback) must be a valid callback or null, function "nope" not found or invalid function name
str_repeat(): Argument #2 ($times) must be greater than or equal to 0
in_array(): Argument #2 ($haystack) must be of type array, string given

Deprecated: strlen(): Passing null to parameter #1 ($string) of type string is deprecated in %s12_static_functions_and_types.php on line 18
0
Fatal error: Uncaught TypeError: f(): Argument #1 ($a) must be of type int, array given, called in %s12_static_functions_and_types.php on line 19 and defined in %s12_static_functions_and_types.php:2
Stack trace:
#0 %s12_static_functions_and_types.php(19): f(Array)
#1 {main}
  thrown in %s12_static_functions_and_types.php on line 2
