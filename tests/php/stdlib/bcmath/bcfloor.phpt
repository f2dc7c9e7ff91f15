--TEST--
bcfloor
--FILE--
<?php
foreach (["1.9", "-1.1", "-0.5", "5", "-5.000"] as $n) echo bcfloor($n), " ";
?>
--EXPECT--
1 -2 -1 5 -5 