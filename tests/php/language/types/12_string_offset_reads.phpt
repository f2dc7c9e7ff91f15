--TEST--
Reading bytes of a string by offset
--FILE--
<?php
$s = 'abcdef';
echo $s[0], $s[-1], $s['2'], $s[true], "\n";
var_dump($s[10]);
var_dump($s[-7]);
var_dump(isset($s[5]), isset($s[6]), isset($s['1']), isset($s['1x']), isset($s[1][0]), isset($s[1][1]), $s[9] ?? 'none', empty($s[0]));
try { echo $s['x']; } catch (TypeError $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
try { echo $s['1x']; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
echo $s[1.7], "\n";
echo "abc"[1], ['x', 'y'][1], "\n";
--EXPECTF--
afc
Warning: String offset cast occurred in %s12_string_offset_reads.php on line 3
b

Warning: Uninitialized string offset 10 in %s12_string_offset_reads.php on line 4
string(0) ""

Warning: Uninitialized string offset -7 in %s12_string_offset_reads.php on line 5
string(0) ""
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
string(4) "none"
bool(false)
TypeError: Cannot access offset of type string on string

Warning: Illegal string offset "1x" in %s12_string_offset_reads.php on line 8
b
Warning: String offset cast occurred in %s12_string_offset_reads.php on line 9
b
by
