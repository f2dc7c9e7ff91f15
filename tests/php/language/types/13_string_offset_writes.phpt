--TEST--
Writing bytes of a string by offset
--FILE--
<?php
$s = 'abc'; $t = $s;
$s[1] = 'X'; $s[-1] = 'long'; echo $s, ' ', $t, "\n";
$s[5] = '!'; var_dump($s);
try { $s[0] = ''; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $s[] = 'x'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $s[0][0] = 'x'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { unset($s[0]); } catch (Error $e) { echo $e->getMessage(), "\n"; }
$s[-20] = 'x';
var_dump($s);
--EXPECTF--
Warning: Only the first byte will be assigned to the string offset in %s13_string_offset_writes.php on line 3
aXl abc
string(6) "aXl  !"
Cannot assign an empty string to a string offset
[] operator not supported for strings
Cannot use string offset as an array
Cannot unset string offsets

Warning: Illegal string offset -20 in %s13_string_offset_writes.php on line 9
string(6) "aXl  !"
