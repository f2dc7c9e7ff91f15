--TEST--
bcmod
--FILE--
<?php
echo bcmod("10", "3"), "\n", bcmod("-10", "3"), "\n", bcmod("10.5", "3.2", 2), "\n";
try { bcmod("1", "0"); } catch (DivisionByZeroError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
1
-1
0.90
Modulo by zero
