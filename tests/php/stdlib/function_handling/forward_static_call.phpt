--TEST--
forward_static_call()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class A { const N = 'A'; static function who(...$a) { return static::N . implode(',', $a); } }
class B extends A { const N = 'B'; static function test() { return [forward_static_call(['A', 'who'], 1), call_user_func('A::who', 2), forward_static_call_array(['A', 'who'], [3, 4])]; } }
attempt(fn() => B::test());
--EXPECT--
array(3) {
  [0]=>
  string(2) "B1"
  [1]=>
  string(2) "A2"
  [2]=>
  string(4) "B3,4"
}
