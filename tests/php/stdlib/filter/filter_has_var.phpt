--TEST--
filter_has_var
--FILE--
<?php
var_dump(filter_has_var(INPUT_GET, "x"));
try { filter_has_var(99, "x"); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
bool(false)
filter_has_var(): Argument #1 ($input_type) must be an INPUT_* constant
