--TEST--
array_udiff()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_udiff([1, 5, 3, 7], [3, 9], [7], fn ($a, $b) => $a <=> $b));
class Box { public function __construct(public $v) {} }
show(array_udiff([new Box(1), new Box(2)], [new Box(2)], fn ($a, $b) => $a->v <=> $b->v));
show(array_udiff([3, 1, 2], [2], fn ($a, $b) => $a > $b));
--EXPECT--
[1,5]
[{"v":1}]
[array_udiff(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero]
[3,1]
