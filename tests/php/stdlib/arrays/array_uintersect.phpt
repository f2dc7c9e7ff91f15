--TEST--
array_uintersect()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_uintersect(['a' => 'green', 'b' => 'brown', 'BLUE'], ['GREEN', 'blue'], 'strcasecmp'));
attempt(fn () => array_uintersect([1], 2, 'strcmp'));
--EXPECT--
{"a":"green","0":"BLUE"}
TypeError: array_uintersect(): Argument #2 must be of type array, int given
