--TEST--
filter_id
--FILE--
<?php
var_dump(filter_id("int"), filter_id("callback"), filter_id("nope"));
?>
--EXPECT--
int(257)
int(1024)
bool(false)
