--TEST--
array_replace_recursive()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_replace_recursive(['c' => ['o', 'b'], 'v' => ['k' => 'x']], ['c' => ['p'], 'v' => 5]), array_replace_recursive(['a' => ['b' => ['c' => 1, 'd' => 2]]], ['a' => ['b' => ['c' => 9]]]), array_replace_recursive(['a' => 1], ['a' => ['x']]));
--EXPECT--
{"c":["p","b"],"v":5}
{"a":{"b":{"c":9,"d":2}}}
{"a":["x"]}
