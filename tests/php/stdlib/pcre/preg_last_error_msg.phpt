--TEST--
preg_last_error_msg(): the texts
--FILE--
<?php
preg_match('/a/', 'a'); var_dump(preg_last_error_msg());
preg_match('/a/u', "\xff"); var_dump(preg_last_error_msg());
preg_match('/a/u', 'é', $m, 0, 1); var_dump(preg_last_error_msg());
@preg_match('/', 'a'); var_dump(preg_last_error_msg());
--EXPECT--
string(8) "No error"
string(56) "Malformed UTF-8 characters, possibly incorrectly encoded"
string(74) "The offset did not correspond to the beginning of a valid UTF-8 code point"
string(14) "Internal error"
