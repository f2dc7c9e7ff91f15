--TEST--
Integer arithmetic that does not fit becomes float
--FILE--
<?php
$max = PHP_INT_MAX; $min = PHP_INT_MIN;
var_dump($max + 1, $min - 1, $max * 2, -$min, $max + 0, $min + 0);
var_dump($max - -1, $min * -1, $min % -1, abs($min));
$i = $max; $i++; var_dump($i);
$i = $min; $i--; var_dump($i);
$i = $max; $i += 1; var_dump($i);
var_dump(3037000500 * 3037000500, 3037000499 * 3037000499);
var_dump(intdiv(7, -2), 7 % -3, -7 % 3, 7 <=> 7.0);
--EXPECT--
float(9.223372036854776E+18)
float(-9.223372036854776E+18)
float(1.8446744073709552E+19)
float(9.223372036854776E+18)
int(9223372036854775807)
int(-9223372036854775808)
float(9.223372036854776E+18)
float(9.223372036854776E+18)
int(0)
float(9.223372036854776E+18)
float(9.223372036854776E+18)
float(-9.223372036854776E+18)
float(9.223372036854776E+18)
float(9.22337203700025E+18)
int(9223372030926249001)
int(-3)
int(1)
int(-1)
int(0)
