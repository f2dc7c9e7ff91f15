--TEST--
sort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$a = [3, 1, 2]; show(sort($a), $a); $b = ['b' => 'x', 'a' => 'w']; sort($b); show($b); $c = [10, '9', 2, '1', 'a', 'B', 1.5, null, true]; sort($c); show($c); sort($c, SORT_STRING); show($c);
$d = ['10', '9', '1e1', '2', 'x', '']; sort($d); show($d); sort($d, SORT_STRING); show($d); sort($d, SORT_NUMERIC); show($d); $e = ['b', 'A', 'a', 'B']; sort($e, SORT_STRING | SORT_FLAG_CASE); show($e); $f = [[3], [1, 2], [1], 5]; sort($f); show($f); $g = []; show(sort($g), $g);
$h = [1.5, 1, '1', true]; sort($h); show($h); $i = ['a', 0, 'b', 1, '0']; sort($i); show($i);
$j = [[2], [1]]; $copy = $j; sort($j); $j[0][] = 9; show($j, $copy); attempt(function () { $x = 5; return sort($x); });
--EXPECT--
true
[1,2,3]
["w","x"]
[null,"1",1.5,2,"9",10,"B","a",true]
[null,"1",true,1.5,10,2,"9","B","a"]
["","2","9","10","1e1","x"]
["","10","1e1","2","9","x"]
["","x","2","9","10","1e1"]
["A","a","b","B"]
[5,[1],[3],[1,2]]
true
[]
[1,"1",1.5,true]
[0,"0",1,"a","b"]
[[1,9],[2]]
[[2],[1]]
TypeError: sort(): Argument #1 ($array) must be of type array, int given
