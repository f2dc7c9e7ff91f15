--TEST--
octdec()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(octdec('17'), octdec('0o17'), octdec('789'), octdec('777777777777777777777'), octdec('1777777777777777777777'));
--EXPECT--
[Invalid characters passed for attempted conversion, these have been ignored]
int(15)
int(15)
int(7)
int(9223372036854775807)
float(1.8446744073709552E+19)
