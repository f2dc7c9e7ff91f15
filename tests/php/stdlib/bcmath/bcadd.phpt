--TEST--
bcadd
--FILE--
<?php
echo bcadd("1.234", "5", 2), "\n", bcadd("-0.001", "0.001", 3), "\n", bcadd("99999999999999999999", "1"), "\n", bcadd("-1.5", "0.4"), "\n";
try { bcadd("1a", "2"); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
try { bcadd("1", "2", -1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
6.23
0.000
100000000000000000000
-1
bcadd(): Argument #1 ($num1) is not well-formed
bcadd(): Argument #3 ($scale) must be between 0 and 2147483647
