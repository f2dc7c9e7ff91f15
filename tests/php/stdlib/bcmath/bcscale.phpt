--TEST--
bcscale
--FILE--
<?php
echo bcscale(), bcscale(3), bcscale(), " ", bcdiv("1", "3"), " ", ini_get("bcmath.scale"), "\n";
try { bcscale(-1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
003 0.333 3
bcscale(): Argument #1 ($scale) must be between 0 and 2147483647
