--TEST--
array_multisort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$a = [3, 1, 2]; $b = ['c', 'a', 'b']; show(array_multisort($a, $b), $a, $b);
$data = [['10', 11, 100, 100, 'a'], [1, 2, '2', 3, 1]]; array_multisort($data[0], SORT_ASC, SORT_STRING, $data[1], SORT_NUMERIC, SORT_DESC); show($data);
$x = ['b' => 1, 'a' => 3, 7 => 2]; array_multisort($x, SORT_DESC); show($x);
$n = ['img12', 'IMG10', 'img2']; array_multisort($n, SORT_NATURAL | SORT_FLAG_CASE); show($n);
$p = [1, 2]; $q = [1];
attempt(function () use ($p, $q) { return array_multisort($p, $q); });
attempt(function () use ($p) { return array_multisort($p, SORT_ASC, SORT_DESC); });
attempt(function () use ($p) { return array_multisort($p, 99); });
attempt(function () use ($p) { return array_multisort($p, 'x'); });
show(array_multisort([2, 1]));
--EXPECT--
true
[1,2,3]
["a","b","c"]
[["10",100,100,11,"a"],[1,3,"2",2,1]]
{"a":3,"0":2,"b":1}
["img2","IMG10","img12"]
ValueError: Array sizes are inconsistent
TypeError: array_multisort(): Argument #3 must be an array or a sort flag that has not already been specified
ValueError: array_multisort(): Argument #2 must be a valid sort flag
TypeError: array_multisort(): Argument #2 must be an array or a sort flag
true
