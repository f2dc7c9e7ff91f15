--TEST--
basename()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
foreach (['/a/b.txt', '/a/b/', 'a', '', '/', '/a//b//'] as $p) { var_dump(basename($p), dirname($p), pathinfo($p)); } var_dump(basename('x.txt', '.txt'), basename('.txt', '.txt'), dirname('/a/b/c/d', 2), dirname('/a', 5), pathinfo('/a/b.c', PATHINFO_EXTENSION), pathinfo('/a/.b')); attempt(fn() => dirname('/a', 0));
--EXPECT--
string(5) "b.txt"
string(2) "/a"
array(4) {
  ["dirname"]=>
  string(2) "/a"
  ["basename"]=>
  string(5) "b.txt"
  ["extension"]=>
  string(3) "txt"
  ["filename"]=>
  string(1) "b"
}
string(1) "b"
string(2) "/a"
array(3) {
  ["dirname"]=>
  string(2) "/a"
  ["basename"]=>
  string(1) "b"
  ["filename"]=>
  string(1) "b"
}
string(1) "a"
string(1) "."
array(3) {
  ["dirname"]=>
  string(1) "."
  ["basename"]=>
  string(1) "a"
  ["filename"]=>
  string(1) "a"
}
string(0) ""
string(0) ""
array(2) {
  ["basename"]=>
  string(0) ""
  ["filename"]=>
  string(0) ""
}
string(0) ""
string(1) "/"
array(3) {
  ["dirname"]=>
  string(1) "/"
  ["basename"]=>
  string(0) ""
  ["filename"]=>
  string(0) ""
}
string(1) "b"
string(2) "/a"
array(3) {
  ["dirname"]=>
  string(2) "/a"
  ["basename"]=>
  string(1) "b"
  ["filename"]=>
  string(1) "b"
}
string(1) "x"
string(4) ".txt"
string(4) "/a/b"
string(1) "/"
string(1) "c"
array(4) {
  ["dirname"]=>
  string(2) "/a"
  ["basename"]=>
  string(2) ".b"
  ["extension"]=>
  string(1) "b"
  ["filename"]=>
  string(0) ""
}
ValueError: dirname(): Argument #2 ($levels) must be greater than or equal to 1
