--TEST--
array_udiff_assoc()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_udiff_assoc(['a' => 1, 'b' => 2, 'c' => 3], ['a' => 1, 'b' => 5, 'd' => 3], fn ($x, $y) => $x <=> $y));
--EXPECT--
{"b":2,"c":3}
