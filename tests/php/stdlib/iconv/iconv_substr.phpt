--TEST--
iconv_substr()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([[0, null], [1, 1], [-1, null], [-2, -1], [9, 1], [0, -9], [-9, 2]] as [$offset, $length]) show(iconv_substr('日本é', $offset, $length));
show(iconv_substr("\x82\xa0a", 0, 1, 'SJIS'), iconv_substr("a\xff", 0, 1), iconv_substr('a', 0, 1, 'nope'));
--EXPECT--
"e697a5e69cacc3a9 ........"
"e69cac ..."
"c3a9 .."
"e69cac ..."
" "
" "
"e697a5e69cac ......"
[iconv_substr(): Detected an illegal character in input string]
[iconv_substr(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed]
"82a0 .."
false
false
