--TEST--
array_udiff_uassoc()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_udiff_uassoc(['a' => 1, 'b' => 2, 'c' => 3], ['A' => 1, 'b' => 5], fn ($x, $y) => $x <=> $y, 'strcasecmp'));
--EXPECT--
{"b":2,"c":3}
