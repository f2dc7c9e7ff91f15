--TEST--
gzuncompress
--FILE--
<?php
$z = gzcompress(str_repeat("a", 100));
var_dump(gzuncompress($z), gzuncompress("garbage"), gzuncompress(""), gzuncompress(substr($z, 0, 5)), gzuncompress($z, 10), strlen(gzuncompress($z . "more")));
try { gzuncompress("", -1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECTF--

Warning: gzuncompress(): data error in %s on line 3

Warning: gzuncompress(): data error in %s on line 3

Warning: gzuncompress(): data error in %s on line 3

Warning: gzuncompress(): insufficient memory in %s on line 3
string(100) "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
bool(false)
bool(false)
bool(false)
bool(false)
int(100)
gzuncompress(): Argument #2 ($max_length) must be greater than or equal to 0
