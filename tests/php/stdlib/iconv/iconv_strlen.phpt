--TEST--
iconv_strlen()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_strlen('日本é'), iconv_strlen('', 'UTF-8'), iconv_strlen("\x82\xa0a", 'SJIS'), iconv_strlen("a\xff"), iconv_strlen("a\xe3\x81"), iconv_strlen('a', 'nope'));
--EXPECT--
[iconv_strlen(): Detected an illegal character in input string]
[iconv_strlen(): Detected an incomplete multibyte character in input string]
[iconv_strlen(): Wrong encoding, conversion from "nope" to "UCS-4LE" is not allowed]
3
0
2
false
false
false
