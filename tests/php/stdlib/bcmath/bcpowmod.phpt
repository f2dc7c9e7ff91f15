--TEST--
bcpowmod
--FILE--
<?php
echo bcpowmod("5", "2", "7"), "\n", bcpowmod("-2", "3", "5"), "\n", bcpowmod("3", "1000000", "1000000007", 2), "\n", bcpowmod("5", "0", "1"), "\n";
foreach ([["1.5", "1", "1"], ["1", "-1", "1"], ["1", "1", "0"], ["1", "1", "1.5"]] as $a) {
    try { bcpowmod(...$a); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
?>
--EXPECT--
4
-3
64935414.00
0
bcpowmod(): Argument #1 ($num) cannot have a fractional part
bcpowmod(): Argument #2 ($exponent) must be greater than or equal to 0
Modulo by zero
bcpowmod(): Argument #3 ($modulus) cannot have a fractional part
