--TEST--
Bitwise operators on integers and on strings
--FILE--
<?php
var_dump(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 3, -16 >> 2, 1 << 63, 1 << 64, -1 >> 64, 5 & '3');
var_dump('ab' ^ '  ', 'abc' & 'ab', 'a' | 'bc', bin2hex(~'ab'), '12' & 9, 1.0 & 3);
var_dump(1.5 | 0);
try { var_dump('a' & 1); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { var_dump(~[]); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { var_dump([] | 1); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
int(2)
int(7)
int(5)
int(-7)
int(8)
int(-4)
int(-9223372036854775808)
int(0)
int(-1)
int(1)
string(2) "AB"
string(2) "ab"
string(2) "cc"
string(4) "9e9d"
int(8)
int(1)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s02_bitwise.php on line 4
int(1)
Unsupported operand types: string & int
Cannot perform bitwise not on array
Unsupported operand types: array | int
