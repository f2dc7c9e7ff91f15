--TEST--
class_implements()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
interface I { const K = 1; } interface J extends I {} trait T { public $t = 't'; function tm() {} } abstract class P implements J { public $pub = 1; protected $pro = 2; private $pri = 3; static $st = 4; function a() {} protected function b() {} private function c() {} function all() { return get_object_vars($this); } static function vars() { return get_class_vars(static::class); } static function names() { return get_class_methods(static::class); } function cls() { return [get_class(), get_called_class()]; } }
class C extends P { use T; public $own = [1]; private $pri = 5; public ?int $typed; function a() {} function z() {} }
attempt(fn() => class_implements('C')); attempt(fn() => class_implements(new ArrayObject)); attempt(fn() => class_implements('Nope')); attempt(fn() => class_implements('Nope', false)); attempt(fn() => class_implements(5));
--EXPECT--
array(2) {
  ["I"]=>
  string(1) "I"
  ["J"]=>
  string(1) "J"
}
array(5) {
  ["IteratorAggregate"]=>
  string(17) "IteratorAggregate"
  ["Traversable"]=>
  string(11) "Traversable"
  ["ArrayAccess"]=>
  string(11) "ArrayAccess"
  ["Serializable"]=>
  string(12) "Serializable"
  ["Countable"]=>
  string(9) "Countable"
}
[class_implements(): Class Nope does not exist and could not be loaded]
bool(false)
[class_implements(): Class Nope does not exist]
bool(false)
TypeError: class_implements(): Argument #1 ($object_or_class) must be of type object|string, int given
