--TEST--
frenchtojd()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(frenchtojd(1, 1, 1), frenchtojd(13, 5, 14), frenchtojd(1, 1, 15));
--EXPECT--
2375840
2380952
0
