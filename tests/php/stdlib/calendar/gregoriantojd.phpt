--TEST--
gregoriantojd()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(gregoriantojd(1, 1, 1970), gregoriantojd(10, 11, 1970), gregoriantojd(2, 30, 2000), gregoriantojd(1, 1, -4714), gregoriantojd(13, 1, 1), gregoriantojd(1, 1, 0));
--EXPECT--
2440588
2440871
2451605
0
0
0
