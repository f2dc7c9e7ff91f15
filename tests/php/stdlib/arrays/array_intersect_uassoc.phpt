--TEST--
array_intersect_uassoc()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_intersect_uassoc(['a' => 'green', 'b' => 'brown', 'blue', 'red'], ['A' => 'green', 'B' => 'brown', 'yellow', 'red'], 'strcasecmp'));
--EXPECT--
{"a":"green","b":"brown","1":"red"}
