--TEST--
dechex()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(dechex(255), dechex(0), dechex(-1), dechex(PHP_INT_MIN));
--EXPECT--
string(2) "ff"
string(1) "0"
string(16) "ffffffffffffffff"
string(16) "8000000000000000"
