--TEST--
bcdivmod
--FILE--
<?php
print_r(bcdivmod("10.5", "3", 1)); print_r(bcdivmod("-7", "2"));
try { bcdivmod("1", "0.0"); } catch (DivisionByZeroError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
Array
(
    [0] => 3
    [1] => 1.5
)
Array
(
    [0] => -3
    [1] => -1
)
Division by zero
