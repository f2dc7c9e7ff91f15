--TEST--
set_error_handler()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(is_object(set_error_handler(fn($n, $m, $f, $l) => print("A $n $m\n")))); echo $undefined; $old = set_error_handler(function ($n, $m) { echo "B $m\n"; return true; }, E_WARNING); var_dump($old instanceof Closure); echo $undefined2; restore_error_handler(); trigger_error('note'); restore_error_handler(); var_dump(set_error_handler(null) instanceof Closure); attempt(fn() => set_error_handler('nope'));
--EXPECT--
bool(true)
A 2 Undefined variable $undefined
bool(true)
B Undefined variable $undefined2
A 1024 note
bool(true)
TypeError: set_error_handler(): Argument #1 ($callback) must be a valid callback or null, function "nope" not found or invalid function name
