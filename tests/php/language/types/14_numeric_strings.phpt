--TEST--
Strings as numbers
--FILE--
<?php
var_dump('10' + 5, '1.5' + 1, '1e3' + 0, ' 7' + 0, '7 ' + 0, '0x1A' == 26, '.5' + 0, '5.' + 0, '-3' * '2');
var_dump('5 apples' + 3);
try { var_dump('apples' + 3); } catch (TypeError $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
var_dump(is_numeric('1e5'), is_numeric(' 1'), is_numeric('1 '), is_numeric('1x'), is_numeric(''), is_numeric('.'));
var_dump((int) '12abc', (int) 'abc', (float) '1.5e3xyz', (int) '1e3', (int) ' 42', (int) '99999999999999999999');
--EXPECTF--
int(15)
float(2.5)
float(1000)
int(7)
int(7)
bool(false)
float(0.5)
float(5)
int(-6)

Warning: A non-numeric value encountered in %s14_numeric_strings.php on line 3
int(8)
TypeError: Unsupported operand types: string + int
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
int(12)
int(0)
float(1500)
int(1000)
int(42)
int(9223372036854775807)
