--TEST--
get_class_methods()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
interface I { const K = 1; } interface J extends I {} trait T { public $t = 't'; function tm() {} } abstract class P implements J { public $pub = 1; protected $pro = 2; private $pri = 3; static $st = 4; function a() {} protected function b() {} private function c() {} function all() { return get_object_vars($this); } static function vars() { return get_class_vars(static::class); } static function names() { return get_class_methods(static::class); } function cls() { return [get_class(), get_called_class()]; } }
class C extends P { use T; public $own = [1]; private $pri = 5; public ?int $typed; function a() {} function z() {} }
attempt(fn() => get_class_methods('C')); attempt(fn() => C::names()); attempt(fn() => get_class_methods(new ArrayIterator) === get_class_methods('ArrayIterator')); attempt(fn() => get_class_methods('Nope'));
--EXPECT--
array(7) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "z"
  [2]=>
  string(3) "all"
  [3]=>
  string(4) "vars"
  [4]=>
  string(5) "names"
  [5]=>
  string(3) "cls"
  [6]=>
  string(2) "tm"
}
array(9) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "z"
  [2]=>
  string(1) "b"
  [3]=>
  string(1) "c"
  [4]=>
  string(3) "all"
  [5]=>
  string(4) "vars"
  [6]=>
  string(5) "names"
  [7]=>
  string(3) "cls"
  [8]=>
  string(2) "tm"
}
bool(true)
TypeError: get_class_methods(): Argument #1 ($object_or_class) must be an object or a valid class name, string given
