--TEST--
bcsqrt
--FILE--
<?php
foreach (["2", "4", "0", "1", "0.25", "12345678901234567890", "0.0001"] as $n) echo bcsqrt($n, 12), " ", bcsqrt($n), "\n";
try { bcsqrt("-1"); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
1.414213562373 1
2.000000000000 2
0.000000000000 0
1.000000000000 1
0.500000000000 0
3513641828.820144253093 3513641828
0.010000000000 0
bcsqrt(): Argument #1 ($num) must be greater than or equal to 0
