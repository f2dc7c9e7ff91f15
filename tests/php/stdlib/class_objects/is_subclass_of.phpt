--TEST--
is_subclass_of()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
interface I { const K = 1; } interface J extends I {} trait T { public $t = 't'; function tm() {} } abstract class P implements J { public $pub = 1; protected $pro = 2; private $pri = 3; static $st = 4; function a() {} protected function b() {} private function c() {} function all() { return get_object_vars($this); } static function vars() { return get_class_vars(static::class); } static function names() { return get_class_methods(static::class); } function cls() { return [get_class(), get_called_class()]; } }
class C extends P { use T; public $own = [1]; private $pri = 5; public ?int $typed; function a() {} function z() {} }
attempt(fn() => is_subclass_of(new C, 'P')); attempt(fn() => is_subclass_of(new C, 'C')); attempt(fn() => is_subclass_of('C', 'I')); attempt(fn() => is_subclass_of('C', 'P', false));
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
