--TEST--
is_int(): yes or no
--FILE--
<?php
foreach ([null, true, 0, 1.5, '', '12', '1e5', ' 1', '1 ', '.5', '.', '0x1A', 'abc', [], new stdClass] as $value) echo var_export(is_int($value), true), ' ';
var_dump(is_integer(1), is_long('1'));
--EXPECT--
false false true false false false false false false false false false false false false bool(true)
bool(false)
