--TEST--
class_parents()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
interface I { const K = 1; } interface J extends I {} trait T { public $t = 't'; function tm() {} } abstract class P implements J { public $pub = 1; protected $pro = 2; private $pri = 3; static $st = 4; function a() {} protected function b() {} private function c() {} function all() { return get_object_vars($this); } static function vars() { return get_class_vars(static::class); } static function names() { return get_class_methods(static::class); } function cls() { return [get_class(), get_called_class()]; } }
class C extends P { use T; public $own = [1]; private $pri = 5; public ?int $typed; function a() {} function z() {} }
attempt(fn() => class_parents(new C)); attempt(fn() => class_parents('SplStack')); attempt(fn() => class_parents('stdClass')); attempt(fn() => class_parents('Nope'));
--EXPECT--
array(1) {
  ["P"]=>
  string(1) "P"
}
array(1) {
  ["SplDoublyLinkedList"]=>
  string(19) "SplDoublyLinkedList"
}
array(0) {
}
[class_parents(): Class Nope does not exist and could not be loaded]
bool(false)
