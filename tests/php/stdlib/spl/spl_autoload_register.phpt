--TEST--
spl_autoload_register()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
spl_autoload_register(function ($c) { echo "one $c\n"; }); $two = function ($c) { echo "two $c\n"; if ($c === 'Foo') { eval('class Foo {}'); } }; spl_autoload_register($two); spl_autoload_register(fn($c) => print("zero $c\n"), true, true);
var_dump(class_exists('Nope'), class_exists('Quiet', false)); new Foo; var_dump(count(spl_autoload_functions()), spl_autoload_unregister($two), spl_autoload_unregister($two), count(spl_autoload_functions())); spl_autoload_call('Bar'); attempt(fn() => new Bar); attempt(fn() => spl_autoload_register('nope')); var_dump(spl_autoload_extensions());
--EXPECT--
zero Nope
one Nope
two Nope
bool(false)
bool(false)
zero Foo
one Foo
two Foo
int(3)
bool(true)
bool(false)
int(2)
zero Bar
one Bar
zero Bar
one Bar
Error: Class "Bar" not found
TypeError: spl_autoload_register(): Argument #1 ($callback) must be a valid callback or null, function "nope" not found or invalid function name
string(9) ".inc,.php"
