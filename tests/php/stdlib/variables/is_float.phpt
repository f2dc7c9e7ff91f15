--TEST--
is_float(): yes or no
--FILE--
<?php
foreach ([null, true, 0, 1.5, '', '12', '1e5', ' 1', '1 ', '.5', '.', '0x1A', 'abc', [], new stdClass] as $value) echo var_export(is_float($value), true), ' ';
var_dump(is_double(1.0));
--EXPECT--
false false false true false false false false false false false false false false false bool(true)
