--TEST--
gzinflate
--FILE--
<?php
$z = gzdeflate(str_repeat("a", 100));
var_dump(gzinflate($z), gzinflate("garbage"), gzinflate(""), gzinflate(substr($z, 0, 5)), gzinflate($z, 10), strlen(gzinflate($z . "more")));
try { gzinflate("", -1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECTF--

Warning: gzinflate(): data error in %s on line 3

Warning: gzinflate(): data error in %s on line 3

Warning: gzinflate(): insufficient memory in %s on line 3
string(100) "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
bool(false)
bool(false)
string(100) "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
bool(false)
int(100)
gzinflate(): Argument #2 ($max_length) must be greater than or equal to 0
