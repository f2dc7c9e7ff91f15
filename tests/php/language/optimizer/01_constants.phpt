--TEST--
Constant expressions: values, types and what must wait for the run
--FILE--
<?php
var_dump(60 * 60 * 24, 7 / 2, 6 / 2, 2 ** 63, PHP_INT_MAX + 1, -7 % 3, "5" + "1.5", 1 << 4 | 3, ~5, -(-5));
var_dump("a" . 1 . true . null, "10" == "1e1", 0 == "a", null <=> false, "abc" === 'abc', 1 !== 1.0, true xor true);
var_dump((int) "12abc", (string) 5, (bool) "0", (float) "1.5", !0, -"3", +"4");
var_dump(0 ?: "b", null ?? 5, "a" ?? $undefined, false && $undefined, true || $undefined);
// `precision` decides, and it may change.
ini_set('precision', '3');
echo strval(3.14159), " ", implode(",", [1.23456]), "\n";
ini_set('precision', '14');
foreach ([fn() => 1 % 0, fn() => intdiv(1, 0), fn() => 1 << -1, fn() => "a" * 2, fn() => str_repeat("a", -1)] as $f) {
    try {
        $f();
    } catch (Error $e) {
        echo get_class($e), ": ", $e->getMessage(), " on ", $e->getLine(), "\n";
    }
}
var_dump("5 apples" + 1);
var_dump((false ?: $undefined) ?? 'quiet');
?>
--EXPECTF--
int(86400)
float(3.5)
int(3)
float(9.223372036854776E+18)
float(9.223372036854776E+18)
int(-1)
float(6.5)
int(19)
int(-6)
int(5)
string(3) "a11"
bool(true)
bool(false)
int(0)
bool(true)
bool(true)
bool(false)
int(12)
string(1) "5"
bool(false)
float(1.5)
bool(true)
int(-3)
int(4)
string(1) "b"
int(5)
string(1) "a"
bool(false)
bool(true)
3.14 1.23
DivisionByZeroError: Modulo by zero on 10
DivisionByZeroError: Division by zero on 10
ArithmeticError: Bit shift by negative number on 10
TypeError: Unsupported operand types: string * int on 10
ValueError: str_repeat(): Argument #2 ($times) must be greater than or equal to 0 on 10

Warning: A non-numeric value encountered in %s on line 17
int(6)

Warning: Undefined variable $undefined in %s on line 18
string(5) "quiet"
