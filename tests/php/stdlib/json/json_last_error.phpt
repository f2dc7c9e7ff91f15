--TEST--
json_last_error(): kept until the next call that does not throw
--FILE--
<?php
json_decode('['); var_dump(json_last_error() === JSON_ERROR_SYNTAX);
try { json_decode('[', flags: JSON_THROW_ON_ERROR); } catch (JsonException) {}
var_dump(json_last_error());
json_decode('[]'); var_dump(json_last_error());
json_encode("\xff"); var_dump(json_last_error() === JSON_ERROR_UTF8);
--EXPECT--
bool(true)
int(4)
int(0)
bool(true)
