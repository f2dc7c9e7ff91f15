--TEST--
is_resource(): yes or no
--FILE--
<?php
foreach ([null, true, 0, 1.5, '', '12', '1e5', ' 1', '1 ', '.5', '.', '0x1A', 'abc', [], new stdClass] as $value) echo var_export(is_resource($value), true), ' ';
--EXPECT--
false false false false false false false false false false false false false false false 
