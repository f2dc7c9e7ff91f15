--TEST--
iconv_strrpos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_strrpos('日本é日', '日'), iconv_strrpos('abc', ''), iconv_strrpos('aXbX', 'X'), iconv_strrpos('abc', 'x'), iconv_strrpos('abc', 'a', 'nope'));
--EXPECT--
[iconv_strrpos(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed]
3
false
3
false
false
