--TEST--
array_intersect_ukey()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_intersect_ukey(['blue' => 1, 'RED' => 2, 'green' => 3], ['red' => 5, 'Blue' => 6], 'strcasecmp'));
--EXPECT--
{"blue":1,"RED":2}
