--TEST--
the internal pointer survives writes
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['a' => 1, 'b' => 2, 'c' => 3]; next($a); $a['b'] = 20; $a['d'] = 4; show(current($a), next($a), next($a), next($a)); $b = [1, 2, 3, 4]; next($b); unset($b[1]); show(current($b)); unset($b[2]); show(current($b), key($b)); foreach ($b as $x) { } show(current($b)); array_push($b, 5); show(next($b), next($b));
--EXPECT--
20
3
4
false
3
4
3
4
5
false
