--TEST--
array_map()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_map(fn ($x) => $x * 2, [1, 2, 3]), array_map('strtoupper', ['a' => 'x', 'b' => 'y']), array_map(null, [1, 2]), array_map(null, [1, 2, 3], ['a', 'b']), array_map(fn ($a, $b) => "$a-$b", ['x' => 1, 'y' => 2], [3]), array_map(null, []), array_map(fn ($x) => $x, ['k' => [1]]));
attempt(fn () => array_map('no_such_function', [1]));
attempt(fn () => array_map(null, 1));
attempt(fn () => array_map(fn ($x) => throw new Exception('stop'), [1]));
class M { static function twice($x) { return $x . $x; } function thrice($x) { return $x . $x . $x; } }
show(array_map('M::twice', ['a']), array_map(['M', 'twice'], ['b']), array_map([new M, 'thrice'], ['c']), array_map(strlen(...), ['four']));
$a = [1, 2, 3]; show(array_map(function ($x) use (&$a) { $a[] = $x; return count($a); }, $a), $a);
--EXPECT--
[2,4,6]
{"a":"X","b":"Y"}
[1,2]
[[1,"a"],[2,"b"],[3,null]]
["1-3","2-"]
[]
{"k":[1]}
TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, function "no_such_function" not found or invalid function name
TypeError: array_map(): Argument #2 ($array) must be of type array, int given
Exception: stop
["aa"]
["bb"]
["ccc"]
[4]
[4,5,6]
[1,2,3,1,2,3]
