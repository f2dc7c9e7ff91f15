--TEST--
data
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(file_get_contents('data:text/plain;base64,SGVsbG8='), file_get_contents('data:,a%20b'), file_get_contents('data://text/plain,x')); attempt(fn() => fopen('data:nope', 'r')); attempt(fn() => fopen('php://nope', 'r')); file_put_contents('php://output', "out\n"); $m = stream_get_meta_data(fopen('php://memory', 'r+')); var_dump($m['mode'], $m['stream_type'], $m['seekable']);
--EXPECT--
string(5) "Hello"
string(3) "a b"
string(1) "x"
[fopen(data:nope): Failed to open stream: rfc2397: no comma in URL]
bool(false)
[fopen(): Invalid php:// URL specified]
[fopen(php://nope): Failed to open stream: operation failed]
bool(false)
out
string(3) "w+b"
string(6) "MEMORY"
bool(true)
