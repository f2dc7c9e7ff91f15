--TEST--
file()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); file_put_contents("$d/a", "one\r\n\ntwo\nthree"); var_dump(file("$d/a"), file("$d/a", FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES)); attempt(fn() => file("$d/a", 99)); unlink("$d/a"); rmdir($d);
--EXPECT--
array(4) {
  [0]=>
  string(5) "one
"
  [1]=>
  string(1) "
"
  [2]=>
  string(4) "two
"
  [3]=>
  string(5) "three"
}
array(3) {
  [0]=>
  string(3) "one"
  [1]=>
  string(3) "two"
  [2]=>
  string(5) "three"
}
ValueError: file(): Argument #2 ($flags) must be a valid flag value
