--TEST--
Floating point literals and how they print
--FILE--
<?php
var_dump(1.5, .5, 6., 1e3, 1E-3, 1_0.2_5, 1e100, -1.0, 0.1 + 0.2, 1/3, 1e15, 1e14, 123456789012345678.0);
echo 1.0, ' ', 0.1 + 0.2, ' ', 1e15, ' ', 1e14, ' ', 1.5e-7, ' ', 100000000000000000000.0, ' ', -0.0, "\n";
var_dump(INF, -INF, NAN, 1e308 * 10, NAN == NAN, INF == INF, is_nan(sqrt(-1)));
echo INF, ' ', -INF, ' ', NAN, "\n";
echo 0.1, ' ', 1/3, ' ', 1e22, ' ', 2.5, ' ', 1e-10, ' ', 123456.789e3, "\n";
var_dump(PHP_FLOAT_EPSILON, PHP_FLOAT_MAX, PHP_FLOAT_MIN, PHP_FLOAT_DIG);
--EXPECT--
float(1.5)
float(0.5)
float(6)
float(1000)
float(0.001)
float(10.25)
float(1.0E+100)
float(-1)
float(0.30000000000000004)
float(0.3333333333333333)
float(1000000000000000)
float(100000000000000)
float(1.2345678901234568E+17)
1 0.3 1.0E+15 1.0E+14 1.5E-7 1.0E+20 -0
float(INF)
float(-INF)
float(NAN)
float(INF)
bool(false)
bool(true)
bool(true)
INF -INF NAN
0.1 0.33333333333333 1.0E+22 2.5 1.0E-10 123456789
float(2.220446049250313E-16)
float(1.7976931348623157E+308)
float(2.2250738585072014E-308)
int(15)
