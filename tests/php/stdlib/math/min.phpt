--TEST--
min()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(min(1, 2), min('a', 'b'), min([4, 5, 3]), min('abc', 0), min(1, '1'), min('1', 1), min([1, 2], [1, 3]), min('10', 9), min(1, 2.5, '0'), min([1], 5), min(true, 2), min(null, -1), min(1, NAN), min(NAN, 1), min('a', 'b', 'A')); attempt(fn () => min([])); attempt(fn () => min('x'));
--EXPECT--
int(1)
string(1) "a"
int(3)
int(0)
string(1) "1"
int(1)
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
int(9)
string(1) "0"
int(5)
int(2)
NULL
float(NAN)
int(1)
string(1) "A"
ValueError: min(): Argument #1 ($value) must contain at least one element
TypeError: min(): Argument #1 ($value) must be of type array, string given
