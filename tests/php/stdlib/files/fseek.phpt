--TEST--
fseek()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$f = fopen('php://temp', 'w+'); fwrite($f, '0123456789'); var_dump(fseek($f, 3), fread($f, 2), fseek($f, -2, SEEK_END), fread($f, 5), fseek($f, 1, SEEK_CUR), ftell($f), fseek($f, -100), ftruncate($f, 4), rewind($f), stream_get_contents($f)); attempt(fn() => ftruncate($f, -1)); fseek($f, 6); fwrite($f, 'x'); rewind($f); var_dump(bin2hex(fread($f, 100)), fstat($f)['size']);
--EXPECT--
int(0)
string(2) "34"
int(0)
string(2) "89"
int(0)
int(11)
int(-1)
bool(true)
bool(true)
string(4) "0123"
ValueError: ftruncate(): Argument #2 ($size) must be greater than or equal to 0
string(14) "30313233000078"
int(7)
