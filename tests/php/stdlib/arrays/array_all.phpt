--TEST--
array_all()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_all([1, 2], fn ($x) => $x > 0), array_all([], fn () => false), array_all(['k' => 1, 'l' => 0], fn ($v, $k) => $v));
--EXPECT--
true
true
false
