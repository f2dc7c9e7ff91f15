--TEST--
php_uname()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(php_uname('s')); attempt(fn() => php_uname('zz')); attempt(fn() => php_uname('z')); var_dump(sys_get_temp_dir(), connection_status(), connection_aborted(), ignore_user_abort(), ignore_user_abort(true), ignore_user_abort(), php_ini_loaded_file(), is_int(getmypid()), is_int(memory_get_usage()), is_int(memory_get_peak_usage(true)), set_time_limit(5), phpversion('nope'), zend_version() !== '');
--EXPECT--
string(5) "Linux"
ValueError: php_uname(): Argument #1 ($mode) must be a single character
ValueError: php_uname(): Argument #1 ($mode) must be one of "a", "m", "n", "r", "s", or "v"
string(4) "/tmp"
int(0)
int(0)
int(0)
int(0)
int(1)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
