--TEST--
filter_input
--FILE--
<?php
var_dump(filter_input(INPUT_GET, "x"), filter_input(INPUT_GET, "x", FILTER_VALIDATE_INT, FILTER_NULL_ON_FAILURE), filter_input(INPUT_GET, "x", FILTER_VALIDATE_INT, ["options" => ["default" => 7]]));
?>
--EXPECT--
NULL
bool(false)
int(7)
