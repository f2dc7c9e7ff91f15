--TEST--
array_chunk()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_chunk([1, 2, 3, 4, 5], 2), array_chunk(['a' => 1, 5 => 2, 'b' => 3], 2), array_chunk(['a' => 1, 5 => 2, 'b' => 3], 2, true), array_chunk([], 3), array_chunk([1, 2], 100));
attempt(fn () => array_chunk([1], 0));
--EXPECT--
[[1,2],[3,4],[5]]
[[1,2],[3]]
[{"a":1,"5":2},{"b":3}]
[]
[[1,2]]
ValueError: array_chunk(): Argument #2 ($length) must be greater than 0
