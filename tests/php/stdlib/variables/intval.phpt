--TEST--
intval(): of values, in any base
--FILE--
<?php
foreach ([null, true, false, 0, -5, 1.5, -0.0, '', 'abc', '12', '1.5e3', ' 7', '7 ', '7x', '0x1A', [], [0]] as $value) var_dump(intval($value));

var_dump(intval('42', 8), intval('0x1A', 16), intval('0x1A', 0), intval('0b11', 0), intval('-0b11', 2), intval('012', 0), intval('z', 36), intval('12', 7));
var_dump(intval('99999999999999999999'), intval(1e20), intval('-99999999999999999999', 16), intval(42, 8), intval(NAN));
--EXPECT--
int(0)
int(1)
int(0)
int(0)
int(-5)
int(1)
int(0)
int(0)
int(0)
int(12)
int(1500)
int(7)
int(7)
int(7)
int(0)
int(0)
int(1)
int(34)
int(26)
int(26)
int(3)
int(-3)
int(10)
int(35)
int(9)
int(9223372036854775807)
int(7766279631452241920)
int(-9223372036854775808)
int(42)
int(0)
