--TEST--
mb_strlen()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_strlen(''), mb_strlen('abc'), mb_strlen('日本語'), mb_strlen("\xe3\x81x\xff\xf0\x9f"), mb_strlen("\x82\xa0a", 'SJIS'), mb_strlen("ab\0", 'UTF-16'), mb_strlen("abcdef", 'UCS-4'), mb_strlen("\x1b\$B0!\x1b(B", 'JIS'), mb_strlen('é', '8bit'));
attempt(fn() => mb_strlen('a', 'nope'));
attempt(fn() => mb_strlen('YQ==', 'BASE64'));
--EXPECT--
0
3
3
4
2
2
1
1
2
ValueError: mb_strlen(): Argument #2 ($encoding) must be a valid encoding, "nope" given
[mb_strlen(): Handling Base64 via mbstring is deprecated; use base64_encode/base64_decode instead]
1
