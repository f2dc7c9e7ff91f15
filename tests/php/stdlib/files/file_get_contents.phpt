--TEST--
file_get_contents()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); var_dump(file_put_contents("$d/a", 'hello'), file_get_contents("$d/a"), file_get_contents("$d/a", false, null, 1, 3), file_put_contents("$d/a", [' ', 'world'], FILE_APPEND), file_get_contents("$d/a"), filesize("$d/a")); attempt(fn() => file_get_contents("/nope/x")); attempt(fn() => file_get_contents('')); attempt(fn() => file_get_contents("a\0b")); attempt(fn() => file_get_contents("$d/a", length: -1)); unlink("$d/a"); rmdir($d);
--EXPECT--
int(5)
string(5) "hello"
string(3) "ell"
int(6)
string(11) "hello world"
int(11)
[file_get_contents(/nope/x): Failed to open stream: No such file or directory]
bool(false)
ValueError: Path must not be empty
ValueError: file_get_contents(): Argument #1 ($filename) must not contain any null bytes
ValueError: file_get_contents(): Argument #5 ($length) must be greater than or equal to 0
