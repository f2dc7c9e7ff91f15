--TEST--
bcdiv
--FILE--
<?php
echo bcdiv("105", "6.55957", 3), "\n", bcdiv("-1", "3", 10), "\n", bcdiv("1", "8"), "\n";
try { bcdiv("1", "0"); } catch (DivisionByZeroError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
16.007
-0.3333333333
0
Division by zero
