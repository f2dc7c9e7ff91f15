--TEST--
boolval(): of scalars and arrays
--FILE--
<?php
foreach ([null, true, false, 0, -5, 1.5, -0.0, '', 'abc', '12', '1.5e3', ' 7', '7 ', '7x', '0x1A', [], [0]] as $value) var_dump(boolval($value));
--EXPECT--
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
