--TEST--
bccomp
--FILE--
<?php
echo bccomp("1", "2"), bccomp("1.00001", "1", 3), bccomp("-0", "0"), bccomp("1.2", "1.1", 1), "\n";
?>
--EXPECT--
-1001
