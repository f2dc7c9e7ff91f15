--TEST--
Arithmetic and its results' types
--FILE--
<?php
var_dump(7 / 2, 8 / 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, 2 ** 0.5, 7.5 % 2, +'3', -'4.5', 10 ** 20, 1 + 1.0, '3' * '4', 0.1 + 0.7);
foreach ([fn() => 1 / 0, fn() => 1 % 0, fn() => intdiv(1, 0), fn() => [] + 1, fn() => 'a' * 1, fn() => new stdClass + 1, fn() => 1 << -1, fn() => intdiv(PHP_INT_MIN, -1), fn() => [] % 2] as $f)
    try { var_dump($f()); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
var_dump(fmod(7.5, 2), fdiv(1, 0), fdiv(0, 0), null + 1, true + true, '1' + '1.5');
--EXPECTF--
Deprecated: Implicit conversion from float 7.5 to int loses precision in %s01_arithmetic.php on line 2
float(3.5)
int(4)
int(1)
int(-1)
int(1)
int(1024)
float(0.5)
float(1.4142135623730951)
int(1)
int(3)
float(-4.5)
float(1.0E+20)
float(2)
int(12)
float(0.7999999999999999)
DivisionByZeroError: Division by zero
DivisionByZeroError: Modulo by zero
DivisionByZeroError: Division by zero
TypeError: Unsupported operand types: array + int
TypeError: Unsupported operand types: string * int
TypeError: Unsupported operand types: stdClass + int
ArithmeticError: Bit shift by negative number
ArithmeticError: Division of PHP_INT_MIN by -1 is not an integer
TypeError: Unsupported operand types: array % int
float(1.5)
float(INF)
float(NAN)
int(1)
int(2)
float(2.5)
