--TEST--
array_diff_ukey()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_diff_ukey(['blue' => 1, 'RED' => 2, 'green' => 3], ['red' => 5, 'Blue' => 6], 'strcasecmp'), array_diff_ukey([1, 2], 'strcmp'));
attempt(fn () => array_diff_ukey([1]));
attempt(fn () => array_diff_ukey([1], [2], 'no_such_function'));
--EXPECT--
{"green":3}
[1,2]
ArgumentCountError: array_diff_ukey() expects at least 2 arguments, 1 given
TypeError: array_diff_ukey(): Argument #3 must be a valid callback, function "no_such_function" not found or invalid function name
