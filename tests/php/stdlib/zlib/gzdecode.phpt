--TEST--
gzdecode
--FILE--
<?php
$z = gzencode(str_repeat("a", 100));
var_dump(gzdecode($z), gzdecode("garbage"), gzdecode(""), gzdecode(substr($z, 0, 5)), gzdecode($z, 10), strlen(gzdecode($z . "more")));
try { gzdecode("", -1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECTF--

Warning: gzdecode(): data error in %s on line 3

Warning: gzdecode(): data error in %s on line 3

Warning: gzdecode(): data error in %s on line 3

Warning: gzdecode(): insufficient memory in %s on line 3
string(100) "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
bool(false)
bool(false)
bool(false)
bool(false)
int(100)
gzdecode(): Argument #2 ($max_length) must be greater than or equal to 0
