--TEST--
array_search()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_search(2, [1, 2, 3]), array_search('2', [1, 2], true), array_search('x', ['a' => 'x', 'b' => 'x']), array_search(null, ['a' => 1, 'n' => 0]), array_search('1e1', ['10']), array_search('abc', [0]), array_search(0, ['abc', '0']), array_search([1], [[2], [1]]));
--EXPECT--
1
false
"a"
"n"
0
false
1
1
