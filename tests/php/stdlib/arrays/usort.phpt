--TEST--
usort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$a = [3, 1, 2]; show(usort($a, fn ($p, $q) => $p <=> $q), $a); $b = [3, 1, 2]; usort($b, fn ($p, $q) => $p > $q); show($b); $c = [0.5, 0.2, 0.3]; usort($c, fn ($p, $q) => $p - $q); show($c);
$d = [5, 3, 9, 1]; usort($d, function ($p, $q) { echo "$p,$q "; return $p <=> $q; }); echo "\n"; show($d);
$e = range(20, 1); $calls = 0; usort($e, function ($p, $q) use (&$calls) { $calls++; return $p <=> $q; }); show($calls, $e); $f = [['n' => 2], ['n' => 1]]; usort($f, fn ($p, $q) => $p['n'] - $q['n']); $f[0]['n'] = 7; show($f);
$g = [2, 1]; usort($g, function ($p, $q) use (&$g) { $g = 'gone'; return $p <=> $q; }); show($g); attempt(function () { $x = [2, 1]; usort($x, fn () => throw new Exception('no')); });
$h = range(1, 300); usort($h, fn ($p, $q) => $q <=> $p); show($h[0], $h[299]); usort($h, fn ($p, $q) => $p > $q ? 1 : 0); show(array_slice($h, 0, 5)); $i = []; show(usort($i, 'strcmp'));
--EXPECT--
true
[1,2,3]
[usort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero]
[1,2,3]
[0.5,0.2,0.3]
5,3 9,3 5,9 9,1 5,1 3,1 
[1,3,5,9]
56
[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]
[{"n":7},{"n":2}]
[1,2]
Exception: no
300
1
[60,92,76,124,108]
true
