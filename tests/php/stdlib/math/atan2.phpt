--TEST--
atan2()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(atan2(1, 1), atan2(-1, -1), atan2(0, -1), atan2(-0.0, -1), atan2(INF, 1));
--EXPECT--
float(0.7853981633974483)
float(-2.356194490192345)
float(3.141592653589793)
float(-3.141592653589793)
float(1.5707963267948966)
