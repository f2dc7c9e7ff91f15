--TEST--
juliantojd()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(juliantojd(1, 1, 1970), juliantojd(1, 1, -4713), juliantojd(1, 2, -4713));
--EXPECT--
2440601
0
1
