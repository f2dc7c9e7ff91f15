--TEST--
next()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [1, 0, false, 4]; show(next($a), next($a), next($a), next($a), next($a)); reset($a); $n = 0; while (key($a) !== null) { $n++; next($a); } show($n);
$b = ['a' => 1, 'b' => 2]; $c = $b; next($b); show(current($b), current($c)); $d = $b; show(current($d));
$q = [1]; while (($x = current($q)) !== false) { if ($x < 4) { $q[] = $x + 1; } next($q); } show($q);
class O { public $p = 1; public $q = 2; } $o = new O; show(next($o), current($o));
--EXPECT--
0
false
4
false
false
4
2
1
2
[1,2,3,4]
[next(): Calling next() on an object is deprecated]
[current(): Calling current() on an object is deprecated]
2
2
