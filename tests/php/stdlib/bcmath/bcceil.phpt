--TEST--
bcceil
--FILE--
<?php
foreach (["1.1", "-1.9", "-0.5", "5", "-5.000"] as $n) echo bcceil($n), " ";
?>
--EXPECT--
2 -1 0 5 -5 