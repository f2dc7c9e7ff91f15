--TEST--
array_push()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$a = [1]; show(array_push($a, 2, [3]), $a, array_push($a), $a);
$b = ['x' => 1, 10 => 2]; array_push($b, 'n'); show($b);
$m = [PHP_INT_MAX => 1]; attempt(function () use ($m) { return array_push($m, 2); });
attempt(function () { $x = 'str'; return array_push($x, 1); });
--EXPECT--
3
[1,2,[3]]
3
[1,2,[3]]
{"x":1,"10":2,"11":"n"}
Error: Cannot add element to the array as the next element is already occupied
TypeError: array_push(): Argument #1 ($array) must be of type array, string given
