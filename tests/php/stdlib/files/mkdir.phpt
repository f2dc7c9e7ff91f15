--TEST--
mkdir()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); var_dump(mkdir("$d/x/y", 0777, true), is_dir("$d/x"), rmdir("$d/x/y"), scandir($d)); attempt(fn() => mkdir('/nope/a/b')); attempt(fn() => rmdir('/nope')); touch("$d/x/f"); var_dump(@rmdir("$d/x")); unlink("$d/x/f"); rmdir("$d/x"); var_dump(rmdir($d), is_dir($d));
--EXPECT--
bool(true)
bool(true)
bool(true)
array(3) {
  [0]=>
  string(1) "."
  [1]=>
  string(2) ".."
  [2]=>
  string(1) "x"
}
[mkdir(): No such file or directory]
bool(false)
[rmdir(/nope): No such file or directory]
bool(false)
[rmdir(/tmp/howdah_test/x): Directory not empty]
bool(false)
bool(true)
bool(false)
