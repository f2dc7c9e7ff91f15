--TEST--
uksort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['b' => 1, 'C' => 2, 'a' => 3]; show(uksort($a, 'strcasecmp'), $a); $b = [3, 1, 2]; uksort($b, fn ($p, $q) => $q - $p); show($b);
--EXPECT--
true
{"a":3,"b":1,"C":2}
{"2":2,"1":1,"0":3}
