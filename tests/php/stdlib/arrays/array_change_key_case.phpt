--TEST--
array_change_key_case()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_change_key_case(['Ab' => 1, 'aB' => 2, 5 => 3]), array_change_key_case(['ab' => 1, "\xe9x" => 2, 5 => 3] === [] ? [] : ['ab' => 1, 5 => 3], CASE_UPPER));
show(bin2hex(key(array_change_key_case(["\xc3\x89A" => 1]))));
show(array_change_key_case([]), array_change_key_case(['x' => [1]], 7));
--EXPECT--
{"ab":2,"5":3}
{"AB":1,"5":3}
"c38961"
[]
{"X":[1]}
