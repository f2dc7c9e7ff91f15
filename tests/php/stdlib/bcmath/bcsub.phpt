--TEST--
bcsub
--FILE--
<?php
echo bcsub("1", "0.1", 4), "\n", bcsub("0.00001", "0.00002", 3), "\n", bcsub("1", "1e2" === "x" ? "1" : "100"), "\n";
try { bcsub("1", "1e2"); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
0.9000
0.000
-99
bcsub(): Argument #2 ($num2) is not well-formed
