--TEST--
fopen()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); foreach (['w+', 'a+', 'r+', 'c+', 'x+'] as $m) { $f = fopen("$d/$m", $m[0] === 'r' ? 'w+' : $m); var_dump(fwrite($f, 'abc'), ftell($f), rewind($f), fread($f, 2), feof($f), fgetc($f), fgetc($f), feof($f)); fclose($f); unlink("$d/$m"); } attempt(fn() => fopen('/nope/x', 'r')); attempt(fn() => fopen("$d/a", 'q')); attempt(fn() => fopen('', 'r')); attempt(fn() => fread($f, 1)); var_dump(is_resource($f), gettype($f)); rmdir($d);
--EXPECT--
int(3)
int(3)
bool(true)
string(2) "ab"
bool(false)
string(1) "c"
bool(false)
bool(true)
int(3)
int(3)
bool(true)
string(2) "ab"
bool(false)
string(1) "c"
bool(false)
bool(true)
int(3)
int(3)
bool(true)
string(2) "ab"
bool(false)
string(1) "c"
bool(false)
bool(true)
int(3)
int(3)
bool(true)
string(2) "ab"
bool(false)
string(1) "c"
bool(false)
bool(true)
int(3)
int(3)
bool(true)
string(2) "ab"
bool(false)
string(1) "c"
bool(false)
bool(true)
[fopen(/nope/x): Failed to open stream: No such file or directory]
bool(false)
[fopen(/tmp/howdah_test/a): Failed to open stream: `q' is not a valid mode for fopen]
bool(false)
ValueError: Path must not be empty
TypeError: fread(): supplied resource is not a valid stream resource
bool(false)
string(17) "resource (closed)"
