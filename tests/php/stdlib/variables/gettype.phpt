--TEST--
gettype(): the old names
--FILE--
<?php
foreach ([null, true, 1, 1.5, 's', [], new stdClass, fn() => 1] as $value) echo gettype($value), "\n";
--EXPECT--
NULL
boolean
integer
double
string
array
object
object
