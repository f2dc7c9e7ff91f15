--TEST--
password_algos
--FILE--
<?php
var_dump(in_array("2y", password_algos(), true));
?>
--EXPECT--
bool(true)
