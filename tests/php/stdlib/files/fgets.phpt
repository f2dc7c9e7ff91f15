--TEST--
fgets()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$f = fopen('php://memory', 'w+'); fwrite($f, "one\ntwo\nlast"); rewind($f); while (($l = fgets($f)) !== false) { var_dump($l, feof($f)); } rewind($f); var_dump(fgets($f, 3), fgets($f, 100), ftell($f)); attempt(fn() => fgets($f, 0)); attempt(fn() => fread($f, 0)); var_dump(stream_get_line($f, 100, 'w'), stream_get_contents($f));
--EXPECT--
string(4) "one
"
bool(false)
string(4) "two
"
bool(false)
string(4) "last"
bool(true)
string(2) "on"
string(2) "e
"
int(4)
ValueError: fgets(): Argument #2 ($length) must be greater than 0
ValueError: fread(): Argument #2 ($length) must be greater than 0
string(1) "t"
string(6) "o
last"
