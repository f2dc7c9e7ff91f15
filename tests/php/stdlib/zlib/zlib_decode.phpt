--TEST--
zlib_decode
--FILE--
<?php
foreach ([ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, ZLIB_ENCODING_DEFLATE] as $e) var_dump(zlib_decode(zlib_encode("abc", $e)));
var_dump(zlib_decode("nothing"));
?>
--EXPECTF--
string(3) "abc"
string(3) "abc"
string(3) "abc"

Warning: zlib_decode(): data error in %s on line 3
bool(false)
