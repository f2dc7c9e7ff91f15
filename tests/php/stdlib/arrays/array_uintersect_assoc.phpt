--TEST--
array_uintersect_assoc()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_uintersect_assoc(['a' => 'green', 'b' => 'brown'], ['a' => 'GREEN', 'c' => 'brown'], 'strcasecmp'));
--EXPECT--
{"a":"green"}
