--TEST--
inflate_init
--FILE--
<?php
foreach ([[5], [15, ["window" => 1]]] as $a) try { inflate_init(...$a); } catch (Error $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
Encoding mode must be ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP or ZLIB_ENCODING_DEFLATE
zlib window size (logarithm) (1) must be within 8..15
