--TEST--
zlib_encode
--FILE--
<?php
foreach ([ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, ZLIB_ENCODING_DEFLATE] as $e) echo bin2hex(zlib_encode("aaaa", $e, 9)), "\n";
try { zlib_encode("a", 1); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
4b4c4c4c0400
1f8b08000000000002034b4c4c4c040045e598ad04000000
78da4b4c4c4c040003ce0185
zlib_encode(): Argument #2 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
