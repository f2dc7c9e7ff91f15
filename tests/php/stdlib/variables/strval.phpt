--TEST--
strval(): of scalars and arrays
--FILE--
<?php
foreach ([null, true, false, 0, -5, 1.5, -0.0, '', 'abc', '12', '1.5e3', ' 7', '7 ', '7x', '0x1A'] as $value) var_dump(strval($value));
--EXPECT--
string(0) ""
string(1) "1"
string(0) ""
string(1) "0"
string(2) "-5"
string(3) "1.5"
string(2) "-0"
string(0) ""
string(3) "abc"
string(2) "12"
string(5) "1.5e3"
string(2) " 7"
string(2) "7 "
string(2) "7x"
string(4) "0x1A"
