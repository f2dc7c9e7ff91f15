--TEST--
iconv_strpos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_strpos('日本é日', '日'), iconv_strpos('日本é日', '日', 1), iconv_strpos('日本é日', '日', -2), iconv_strpos('abc', ''), iconv_strpos('abc', 'x'), iconv_strpos('abc', 'a', 0, 'nope'));
attempt(fn() => iconv_strpos('abc', 'a', 9));
attempt(fn() => iconv_strpos('abc', 'a', -9));
--EXPECT--
[iconv_strpos(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed]
0
3
3
false
false
false
ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
