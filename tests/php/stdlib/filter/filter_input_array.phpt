--TEST--
filter_input_array
--FILE--
<?php
var_dump(filter_input_array(INPUT_GET, FILTER_VALIDATE_INT));
?>
--EXPECT--
NULL
