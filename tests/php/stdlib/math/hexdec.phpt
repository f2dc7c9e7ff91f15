--TEST--
hexdec()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(hexdec('ff'), hexdec('0xFF'), hexdec('see'), hexdec('7fffffffffffffff'), hexdec('ffffffffffffffff'), hexdec(' a '));
--EXPECT--
[Invalid characters passed for attempted conversion, these have been ignored]
int(255)
int(255)
int(238)
int(9223372036854775807)
float(1.8446744073709552E+19)
int(10)
