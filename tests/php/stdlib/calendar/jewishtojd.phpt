--TEST--
jewishtojd()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(jewishtojd(1, 1, 5787), jewishtojd(6, 10, 5784), jewishtojd(13, 29, 5784), jewishtojd(14, 1, 1), jewishtojd(1, 1, 0));
--EXPECT--
2461296
2460360
2460586
0
0
