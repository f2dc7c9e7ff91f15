--TEST--
hypot()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
var_dump(hypot(3, 4), hypot(1, 5), hypot(1e200, 1e200), hypot(INF, NAN), hypot(0, 0), hypot(1e-200, 1e-200), hypot(1.5, 2.5));
--EXPECT--
float(5)
float(5.0990195135927845)
float(1.414213562373095E+200)
float(INF)
float(0)
float(1.414213562373095E-200)
float(2.9154759474226504)
