--TEST--
[] cannot be read
--FILE--
<?php
$a = [1];
echo $a[];
--EXPECTF--
Fatal error: Cannot use [] for reading in %s05_cannot_read_append.php on line 3
