--TEST--
fdiv()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(fdiv(10, 4), fdiv(1, 0), fdiv(-1, 0), fdiv(0, 0), fdiv(1, -0.0), fdiv(INF, INF), fdiv(0, -5));
--EXPECT--
float(2.5)
float(INF)
float(-INF)
float(NAN)
float(-INF)
float(NAN)
float(-0)
