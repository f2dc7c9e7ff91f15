--TEST--
set_include_path()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$old = get_include_path(); var_dump(set_include_path('/x:/y') === $old, get_include_path(), set_include_path(''), ini_get('include_path'));
--EXPECT--
bool(true)
string(5) "/x:/y"
bool(false)
string(5) "/x:/y"
