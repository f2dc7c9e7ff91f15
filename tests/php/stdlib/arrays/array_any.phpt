--TEST--
array_any()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_any([1, 2], fn ($x) => $x == 2), array_any([], fn () => true), array_any(['k' => 1], fn ($v, $k) => $k == 'k'), array_any([1], fn ($x) => ''));
--EXPECT--
true
false
true
false
