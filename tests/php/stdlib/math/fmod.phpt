--TEST--
fmod()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(fmod(10, 3), fmod(-10, 3), fmod(10, -3), fmod(5.5, 1.5), fmod(1, 0), fmod(INF, 1), fmod(1, INF), fmod(-0.0, 1));
--EXPECT--
float(1)
float(-1)
float(1)
float(1)
float(NAN)
float(NAN)
float(1)
float(-0)
