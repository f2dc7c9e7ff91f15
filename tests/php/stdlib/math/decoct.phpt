--TEST--
decoct()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(decoct(8), decoct(0), decoct(-1));
--EXPECT--
string(2) "10"
string(1) "0"
string(22) "1777777777777777777777"
