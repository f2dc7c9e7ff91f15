--TEST--
bindec()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(bindec('1010'), bindec('0b11'), bindec(''), bindec('102'), bindec(str_repeat('1', 64)), bindec(str_repeat('1', 63)));
--EXPECT--
[Invalid characters passed for attempted conversion, these have been ignored]
int(10)
int(3)
int(0)
int(2)
float(1.8446744073709552E+19)
int(9223372036854775807)
