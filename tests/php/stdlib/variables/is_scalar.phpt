--TEST--
is_scalar(): yes or no
--FILE--
<?php
foreach ([null, true, 0, 1.5, '', '12', '1e5', ' 1', '1 ', '.5', '.', '0x1A', 'abc', [], new stdClass] as $value) echo var_export(is_scalar($value), true), ' ';
--EXPECT--
false true true true true true true true true true true true true false false 
