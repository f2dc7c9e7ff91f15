--TEST--
scandir()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); foreach (['b', 'a.txt', 'c.txt', '.h'] as $n) { touch("$d/$n"); } var_dump(scandir($d), scandir($d, 1)); var_dump(array_map('basename', glob("$d/*.txt")), array_map('basename', glob("$d/{b,c*}", GLOB_BRACE)), glob("$d/nope*"), glob("$d/nope", GLOB_NOCHECK) === ["$d/nope"]); $h = opendir($d); $n = []; while (($e = readdir($h)) !== false) { $n[] = $e; } sort($n); var_dump($n); rewinddir($h); var_dump(is_string(readdir($h))); closedir($h); foreach (['b', 'a.txt', 'c.txt', '.h'] as $n) { unlink("$d/$n"); } rmdir($d); attempt(fn() => scandir('/nope')); attempt(fn() => scandir('')); attempt(fn() => opendir('/nope'));
--EXPECT--
array(6) {
  [0]=>
  string(1) "."
  [1]=>
  string(2) ".."
  [2]=>
  string(2) ".h"
  [3]=>
  string(5) "a.txt"
  [4]=>
  string(1) "b"
  [5]=>
  string(5) "c.txt"
}
array(6) {
  [0]=>
  string(5) "c.txt"
  [1]=>
  string(1) "b"
  [2]=>
  string(5) "a.txt"
  [3]=>
  string(2) ".h"
  [4]=>
  string(2) ".."
  [5]=>
  string(1) "."
}
array(2) {
  [0]=>
  string(5) "a.txt"
  [1]=>
  string(5) "c.txt"
}
array(2) {
  [0]=>
  string(1) "b"
  [1]=>
  string(5) "c.txt"
}
array(0) {
}
bool(true)
array(6) {
  [0]=>
  string(1) "."
  [1]=>
  string(2) ".."
  [2]=>
  string(2) ".h"
  [3]=>
  string(5) "a.txt"
  [4]=>
  string(1) "b"
  [5]=>
  string(5) "c.txt"
}
bool(true)
[scandir(/nope): Failed to open directory: No such file or directory]
[scandir(): (errno 2): No such file or directory]
bool(false)
ValueError: scandir(): Argument #1 ($directory) must not be empty
[opendir(/nope): Failed to open directory: No such file or directory]
bool(false)
