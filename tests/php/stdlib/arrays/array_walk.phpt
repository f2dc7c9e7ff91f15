--TEST--
array_walk()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$a = ['a' => 1, 'b' => 2]; show(array_walk($a, function (&$v, $k, $p) { $v = "$p$k$v"; }, '>'), $a);
array_walk($a, function ($v, $k) { echo "$k=$v\n"; });
$n = [[1], [2]]; $copy = $n; array_walk($n, function (&$row) { $row[] = 0; }); show($n, $copy);
class W { public $x = 1; protected $y = 2; private $z = 3; public $u = [1]; } $o = new W; array_walk($o, function ($v, $k) { echo str_replace("\0", '~', $k), ':', json_encode($v), "\n"; });
$r = [1, 2]; array_walk($r, function (&$v, $k) use (&$r) { $v *= 2; }); show($r);
function three($a, $b, $c) { }
attempt(function () { $x = [1]; return array_walk($x, 'three'); });
$e = []; show(array_walk($e, 'strlen'));
--EXPECT--
true
{"a":">a1","b":">b2"}
a=>a1
b=>b2
[[1,0],[2,0]]
[[1],[2]]
x:1
~*~y:2
~W~z:3
u:[1]
[2,4]
ArgumentCountError: Too few arguments to function three(), 2 passed and exactly 3 expected
true
