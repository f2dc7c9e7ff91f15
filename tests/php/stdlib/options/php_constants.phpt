--TEST--
php_constants
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(PHP_EOL, PHP_INT_MAX, PHP_INT_MIN, PHP_INT_SIZE, PHP_FLOAT_EPSILON, PHP_FLOAT_DIG, PHP_OS_FAMILY, DIRECTORY_SEPARATOR, PATH_SEPARATOR, PHP_MAJOR_VERSION, PHP_MAXPATHLEN, E_ALL, E_USER_DEPRECATED, PHP_VERSION === phpversion(), version_compare(PHP_VERSION, '8.4.0', '>='), PHP_SAPI === php_sapi_name());
--EXPECT--
string(1) "
"
int(9223372036854775807)
int(-9223372036854775808)
int(8)
float(2.220446049250313E-16)
int(15)
string(5) "Linux"
string(1) "/"
string(1) ":"
int(8)
int(4096)
int(30719)
int(16384)
bool(true)
bool(true)
bool(true)
