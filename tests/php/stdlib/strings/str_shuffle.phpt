--TEST--
str_shuffle()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
mt_srand(3); show(str_shuffle('abcdefghij'), str_shuffle(''), str_shuffle('a'), str_shuffle('ab'));
--EXPECT--
"dhciajebfg"
""
"a"
"ab"
