--TEST--
call_user_func()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class A { static function s($x) { return "s$x"; } function m($x) { return "m$x"; } function __invoke($x) { return "i$x"; } }
attempt(fn() => call_user_func('strtoupper', 'a')); attempt(fn() => call_user_func(['A', 's'], 1)); attempt(fn() => call_user_func('A::s', 2)); attempt(fn() => call_user_func([new A, 'm'], 3)); attempt(fn() => call_user_func(new A, 4));
function r(&$x) { $x++; return $x; } $v = 1; attempt(fn() => call_user_func('r', $v)); var_dump($v);
function n($a, $b = 2, ...$rest) { return [$a, $b, $rest]; } attempt(fn() => call_user_func('n', b: 5, a: 1)); attempt(fn() => call_user_func('n', 1, 2, 3, x: 4));
attempt(fn() => call_user_func('nope')); attempt(fn() => call_user_func(['A', 'nope'])); attempt(fn() => call_user_func(['A', 'm'], 1)); attempt(fn() => call_user_func([1, 2]));
--EXPECT--
string(1) "A"
string(2) "s1"
string(2) "s2"
string(2) "m3"
string(2) "i4"
[r(): Argument #1 ($x) must be passed by reference, value given]
int(2)
int(1)
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(5)
  [2]=>
  array(0) {
  }
}
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  array(2) {
    [0]=>
    int(3)
    ["x"]=>
    int(4)
  }
}
TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, function "nope" not found or invalid function name
TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class A does not have a method "nope"
TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, non-static method A::m() cannot be called statically
TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, first array member is not a valid class name or object
