--TEST--
max()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(max(1, 2), max('a', 'b'), max([1, 5, 3]), max('abc', 0), max(1, '1'), max('1', 1), max([1, 2], [1, 3]), max('10', 9), max(1, 2.5, '3'), max([1], 5), max(true, 2), max(null, -1), max([]  ?: [0]), max(1, NAN), max(NAN, 1)); attempt(fn () => max([])); attempt(fn () => max(1)); attempt(fn () => max());
--EXPECT--
int(2)
string(1) "b"
int(5)
string(3) "abc"
int(1)
string(1) "1"
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(3)
}
string(2) "10"
string(1) "3"
array(1) {
  [0]=>
  int(1)
}
bool(true)
int(-1)
int(0)
float(NAN)
int(1)
ValueError: max(): Argument #1 ($value) must contain at least one element
TypeError: max(): Argument #1 ($value) must be of type array, int given
ArgumentCountError: max() expects at least 1 argument, 0 given
