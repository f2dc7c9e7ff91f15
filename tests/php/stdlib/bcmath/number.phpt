--TEST--
number
--FILE--
<?php
use BcMath\Number;
$a = new Number("1.50");
echo $a + 1, " ", 2 - $a, " ", $a * "2.5", " ", $a / 3, " ", $a % 1, " ", $a ** 3, " ", $a ** -1, " ", -$a, "\n";
var_dump($a->scale, $a <=> 1, $a == "1.5", $a > new Number(2), (bool) new Number("0.00"));
$b = $a; $b++; $b += "0.25"; echo $b, " ", $a, "\n";
echo $a->add(1, 5), " ", $a->sub("0.5"), " ", $a->mul($a), " ", $a->div(7, 4), " ", $a->pow(2), " ", (new Number(2))->sqrt(), " ", $a->round(1), " ", $a->floor(), " ", $a->ceil(), " ", $a->compare(2), "\n";
print_r((new Number(10))->divmod(3)); echo (new Number(7))->powmod(2, 5), "\n";
echo serialize($a), " ", unserialize(serialize($a)), "\n";
foreach ([fn() => $a + "x", fn() => $a / 0, fn() => $a->value = "2", fn() => new Number("1x"), fn() => $a ** "0.5", fn() => [] + $a] as $f) {
    try { $f(); } catch (Error $e) { echo $e::class, ": ", $e->getMessage(), "\n"; }
}
?>
--EXPECT--
2.50 0.50 3.750 0.50 0.50 3.375000 0.666666666666 -1.50
int(2)
int(1)
bool(true)
bool(false)
bool(false)
2.75 1.50
2.50000 1.00 2.2500 0.2142 2.2500 1.4142135623 1.5 1 2 -1
Array
(
    [0] => BcMath\Number Object
        (
            [value] => 3
            [scale] => 0
        )

    [1] => BcMath\Number Object
        (
            [value] => 1
            [scale] => 0
        )

)
4
O:13:"BcMath\Number":1:{s:5:"value";s:4:"1.50";} 1.50
ValueError: Right string operand cannot be converted to BcMath\Number
DivisionByZeroError: Division by zero
Error: Cannot modify readonly property BcMath\Number::$value
ValueError: BcMath\Number::__construct(): Argument #1 ($num) is not well-formed
ValueError: exponent cannot have a fractional part
TypeError: Unsupported operand types: array + BcMath\Number
