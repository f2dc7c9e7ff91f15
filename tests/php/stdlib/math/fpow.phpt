--TEST--
fpow()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(fpow(2, 3), fpow(0, -1), fpow(-0.0, -1), fpow(-1, 0.5), fpow(10, 400), fpow(-10, 401), fpow(NAN, 0));
--EXPECT--
float(8)
float(INF)
float(-INF)
float(NAN)
float(INF)
float(-INF)
float(1)
