--TEST--
array_column()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$rows = [['id' => 3, 'n' => 'a'], ['id' => 5, 'n' => null], ['n' => 'c'], 'no', ['id' => '7', 'n' => 'd', 1 => 'one']];
show(array_column($rows, 'n'), array_column($rows, 'n', 'id'), array_column($rows, null, 'id'), array_column($rows, 1), array_column($rows, '1'), array_column($rows, 'zz', 'id'));
class P { public $a = 1; private $b = 2; public $n = null; public function __construct(public $k) {} public function __isset($x) { return $x == 'magic'; } public function __get($x) { return "got $x"; } }
show(array_column([new P('x'), new P('y')], 'a', 'k'), array_column([new P('x')], 'b'), array_column([new P('x')], 'n'), array_column([new P('x')], 'magic'));
show(array_column([['k' => true, 'v' => 1], ['k' => null, 'v' => 2], ['k' => 2.0, 'v' => 3]], 'v', 'k'));
attempt(fn () => array_column([['k' => [], 'v' => 1]], 'v', 'k'));
--EXPECT--
["a",null,"c","d"]
{"3":"a","5":null,"6":"c","7":"d"}
{"3":{"id":3,"n":"a"},"5":{"id":5,"n":null},"6":{"n":"c"},"7":{"id":"7","n":"d","1":"one"}}
["one"]
["one"]
[]
{"x":1,"y":1}
[]
[null]
["got magic"]
{"1":1,"":2,"2":3}
TypeError: Cannot access offset of type array on array
