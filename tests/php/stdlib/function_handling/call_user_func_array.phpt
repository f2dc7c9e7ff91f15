--TEST--
call_user_func_array()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
function n($a, $b = 2, ...$rest) { return [$a, $b, $rest]; }
attempt(fn() => call_user_func_array('n', [1])); attempt(fn() => call_user_func_array('n', ['b' => 1, 'a' => 2])); attempt(fn() => call_user_func_array('n', [1, 'b' => 3])); 
attempt(fn() => call_user_func_array('n', ['b' => 1, 2])); attempt(fn() => call_user_func_array('n', [1, 2, 3, 'z' => 4]));
function r(&$x) { $x++; } $v = 1; $args = [&$v]; call_user_func_array('r', $args); var_dump($v); call_user_func_array('r', [$v]); var_dump($v);
--EXPECT--
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  array(0) {
  }
}
array(3) {
  [0]=>
  int(2)
  [1]=>
  int(1)
  [2]=>
  array(0) {
  }
}
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(3)
  [2]=>
  array(0) {
  }
}
Error: Cannot use positional argument after named argument
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  array(2) {
    [0]=>
    int(3)
    ["z"]=>
    int(4)
  }
}
int(2)
[r(): Argument #1 ($x) must be passed by reference, value given]
int(2)
