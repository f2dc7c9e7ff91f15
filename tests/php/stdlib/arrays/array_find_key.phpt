--TEST--
array_find_key()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_find_key(['a' => 1, 'b' => 2], fn ($x) => $x > 1), array_find_key([5, 6], fn ($x) => $x == 6), array_find_key([], fn () => true));
--EXPECT--
"b"
1
null
