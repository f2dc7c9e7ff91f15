--TEST--
fprintf()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$f = fopen('php://output', 'w'); var_dump(fprintf($f, "%05d-%s\n", 42, 'x'), vfprintf($f, "%s\n", ['v'])); attempt(fn() => fprintf($f, '%s'));
--EXPECT--
00042-x
v
int(8)
int(2)
ArgumentCountError: 3 arguments are required, 2 given
