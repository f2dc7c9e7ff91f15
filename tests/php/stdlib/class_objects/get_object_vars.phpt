--TEST--
get_object_vars()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
interface I { const K = 1; } interface J extends I {} trait T { public $t = 't'; function tm() {} } abstract class P implements J { public $pub = 1; protected $pro = 2; private $pri = 3; static $st = 4; function a() {} protected function b() {} private function c() {} function all() { return get_object_vars($this); } static function vars() { return get_class_vars(static::class); } static function names() { return get_class_methods(static::class); } function cls() { return [get_class(), get_called_class()]; } }
class C extends P { use T; public $own = [1]; private $pri = 5; public ?int $typed; function a() {} function z() {} }
$c = new C; $c->typed = 7; $c->{'5'} = 'num'; attempt(fn() => get_object_vars($c)); attempt(fn() => $c->all()); attempt(fn() => get_object_vars(1));
--EXPECT--
[Creation of dynamic property C::$5 is deprecated]
array(5) {
  ["pub"]=>
  int(1)
  ["own"]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["typed"]=>
  int(7)
  ["t"]=>
  string(1) "t"
  [5]=>
  string(3) "num"
}
array(7) {
  ["pub"]=>
  int(1)
  ["pro"]=>
  int(2)
  ["pri"]=>
  int(3)
  ["own"]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["typed"]=>
  int(7)
  ["t"]=>
  string(1) "t"
  [5]=>
  string(3) "num"
}
TypeError: get_object_vars(): Argument #1 ($object) must be of type object, int given
