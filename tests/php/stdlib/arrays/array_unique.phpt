--TEST--
array_unique()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_unique([1, '1', 2, 2.0, 'a', 'A', 'a']), array_unique(['x' => 1, 'y' => 1, 'z' => 2]), array_unique([4, '4', 3, 'a', 'b', '3'], SORT_REGULAR), array_unique(['1', '01', '1.0', 'x'], SORT_NUMERIC), array_unique([]), array_unique([null, '', false, 0, '0']), array_unique([[1], [2], [1]], SORT_REGULAR));
enum Suit { case H; case S; }
show(count(array_unique([Suit::H, Suit::S, Suit::H, Suit::S], SORT_REGULAR)));
--EXPECT--
{"0":1,"2":2,"4":"a","5":"A"}
{"x":1,"z":2}
{"0":4,"2":3,"3":"a","4":"b"}
{"0":"1","3":"x"}
[]
{"0":null,"3":0}
[[1],[2]]
2
