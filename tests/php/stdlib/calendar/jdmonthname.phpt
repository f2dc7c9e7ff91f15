--TEST--
jdmonthname()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
foreach (range(0, 6) as $mode) { show(jdmonthname(2379000, $mode)); }
--EXPECT--
"May"
"May"
"May"
"May"
"Sivan"
"Floreal"
"May"
