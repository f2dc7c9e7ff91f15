--TEST--
pi()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(pi(), pi() === M_PI);
--EXPECT--
float(3.141592653589793)
bool(true)
