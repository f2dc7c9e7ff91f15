--TEST--
define()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(define('A', 1), A, defined('A'), defined('a'), define('A', 2), define('ns\\B', [1]), \Ns\B, constant('A'), constant('\\A')); class K { const C = 'c'; } enum E { case One; } var_dump(constant('K::C'), constant('E::One'), defined('K::C'), defined('K::D')); attempt(fn() => constant('Nope')); attempt(fn() => constant('K::Nope')); attempt(fn() => constant('Nope::X')); attempt(fn() => define('K::D', 1)); define('X', 1, true); var_dump(isset(get_defined_constants(true)['user']['A']), array_key_exists('E_ALL', get_defined_constants()));
--EXPECT--
[Constant A already defined]
bool(true)
int(1)
bool(true)
bool(false)
bool(false)
bool(true)
array(1) {
  [0]=>
  int(1)
}
int(1)
int(1)
string(1) "c"
enum(E::One)
bool(true)
bool(false)
Error: Undefined constant "Nope"
Error: Undefined constant K::Nope
Error: Class "Nope" not found
ValueError: define(): Argument #1 ($constant_name) cannot be a class constant
[define(): Argument #3 ($case_insensitive) is ignored since declaration of case-insensitive constants is no longer supported]
bool(true)
bool(true)
