--TEST--
floatval(): of scalars and arrays
--FILE--
<?php
foreach ([null, true, false, 0, -5, 1.5, -0.0, '', 'abc', '12', '1.5e3', ' 7', '7 ', '7x', '0x1A', [], [0]] as $value) var_dump(floatval($value));
var_dump(doubleval('1.5abc'));
--EXPECT--
float(0)
float(1)
float(0)
float(0)
float(-5)
float(1.5)
float(-0)
float(0)
float(0)
float(12)
float(1500)
float(7)
float(7)
float(7)
float(0)
float(0)
float(1)
float(1.5)
