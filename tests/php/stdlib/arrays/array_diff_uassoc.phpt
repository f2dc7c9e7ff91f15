--TEST--
array_diff_uassoc()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_diff_uassoc(['a' => 'green', 'b' => 'brown', 'c' => 'blue', 'red'], ['a' => 'green', 'yellow', 'red'], fn ($a, $b) => $a <=> $b));
$seen = []; array_diff_uassoc(['x' => 1, 'y' => 2], ['y' => 2, 'z' => 3], function ($a, $b) use (&$seen) { $seen[] = "$a$b"; return strcmp($a, $b); }); show($seen);
--EXPECT--
{"b":"brown","c":"blue","0":"red"}
["xy","yz","xy","xz","yy"]
