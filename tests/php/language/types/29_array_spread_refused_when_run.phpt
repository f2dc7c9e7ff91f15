--TEST--
What is unpacked in an array is refused when it is compiled only where all of the array is constant
--FILE--
<?php
foreach (['[$a++, ...1]', '[f(), ...2.5]', '[[Q], ...1]', '[Q, ...1]', '[...1, ...f()]', '[$b => 1, ...1]', '[&$b, ...1]', '[...f(), ...[3]]', '["$b", ...1]'] as $array) {
    try { echo $array, ': ', json_encode(@eval("return $array;")), "\n"; } catch (Error $e) { echo get_class($e), ' ', $e->getMessage(), "\n"; }
    echo get_class(eval("return fn() => $array;")), "\n";
}
function f() { return [1]; }
try { echo json_encode(eval('return [[2], ...[1 + 2], ...[null, -1]];')), "\n"; } catch (Error $e) { echo $e->getMessage(); }
--EXPECT--
[$a++, ...1]: Error Only arrays and Traversables can be unpacked, int given
Closure
[f(), ...2.5]: Error Only arrays and Traversables can be unpacked, float given
Closure
[[Q], ...1]: Error Undefined constant "Q"
Closure
[Q, ...1]: Error Undefined constant "Q"
Closure
[...1, ...f()]: Error Only arrays and Traversables can be unpacked, int given
Closure
[$b => 1, ...1]: Error Only arrays and Traversables can be unpacked, int given
Closure
[&$b, ...1]: Error Only arrays and Traversables can be unpacked, int given
Closure
[...f(), ...[3]]: [1,3]
Closure
["$b", ...1]: Error Only arrays and Traversables can be unpacked, int given
Closure
[[2],3,null,-1]
