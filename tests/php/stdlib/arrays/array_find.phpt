--TEST--
array_find()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_find([1, 2, 3], fn ($x) => $x > 1), array_find(['a' => 1, 'b' => 2], fn ($v, $k) => $k == 'b'), array_find([], fn () => true), array_find([1], fn () => false));
--EXPECT--
2
2
null
null
