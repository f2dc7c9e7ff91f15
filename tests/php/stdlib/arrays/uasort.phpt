--TEST--
uasort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['x' => 3, 'y' => 1, 'z' => 2]; show(uasort($a, fn ($p, $q) => $p <=> $q), $a); uasort($a, fn ($p, $q) => 0); show($a);
--EXPECT--
true
{"y":1,"z":2,"x":3}
{"y":1,"z":2,"x":3}
