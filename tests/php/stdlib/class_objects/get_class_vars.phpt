--TEST--
get_class_vars()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
interface I { const K = 1; } interface J extends I {} trait T { public $t = 't'; function tm() {} } abstract class P implements J { public $pub = 1; protected $pro = 2; private $pri = 3; static $st = 4; function a() {} protected function b() {} private function c() {} function all() { return get_object_vars($this); } static function vars() { return get_class_vars(static::class); } static function names() { return get_class_methods(static::class); } function cls() { return [get_class(), get_called_class()]; } }
class C extends P { use T; public $own = [1]; private $pri = 5; public ?int $typed; function a() {} function z() {} }
attempt(fn() => get_class_vars('C')); attempt(fn() => C::vars()); attempt(fn() => get_class_vars('Nope'));
--EXPECT--
array(5) {
  ["own"]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["typed"]=>
  NULL
  ["pub"]=>
  int(1)
  ["t"]=>
  string(1) "t"
  ["st"]=>
  int(4)
}
array(6) {
  ["own"]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["typed"]=>
  NULL
  ["pub"]=>
  int(1)
  ["pro"]=>
  int(2)
  ["t"]=>
  string(1) "t"
  ["st"]=>
  int(4)
}
TypeError: get_class_vars(): Argument #1 ($class) must be a valid class name, Nope given
