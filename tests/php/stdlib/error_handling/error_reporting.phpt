--TEST--
error_reporting()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(error_reporting(E_ALL)); var_dump(error_reporting(E_ERROR), error_reporting(), ini_get('error_reporting')); var_dump(@error_reporting()); error_reporting(E_ALL); var_dump(@error_reporting());
--EXPECT--
int(30719)
int(30719)
int(1)
string(1) "1"
int(1)
int(4437)
