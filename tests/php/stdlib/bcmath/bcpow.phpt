--TEST--
bcpow
--FILE--
<?php
echo bcpow("4.2", "3", 2), "\n", bcpow("2", "-3", 5), "\n", bcpow("5", "0"), "\n", bcpow("-3", "3"), "\n", bcpow("1.1", "2", 10), "\n";
foreach ([["0", "-1"], ["2", "1.5"], ["2", "99999999999999999999"]] as [$a, $b]) {
    try { echo bcpow($a, $b), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
?>
--EXPECT--
74.08
0.12500
1
-27
1.2100000000
Negative power of zero
bcpow(): Argument #2 ($exponent) cannot have a fractional part
bcpow(): Argument #2 ($exponent) is too large
