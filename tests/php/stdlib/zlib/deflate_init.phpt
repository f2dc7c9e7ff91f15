--TEST--
deflate_init
--FILE--
<?php
foreach ([[5], [15, ["level" => 10]], [15, ["memory" => 10]], [15, ["window" => 16]], [15, ["strategy" => 16]], [15, ["dictionary" => [""]]], [15, ["dictionary" => 5]]] as $a) try { deflate_init(...$a); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { new DeflateContext; } catch (Error $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
deflate_init(): Argument #1 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
deflate_init(): "level" option must be between -1 and 9
deflate_init(): "memory" option must be between 1 and 9
deflate_init(): "window" option must be between 8 and 15
deflate_init(): "strategy" option must be one of ZLIB_FILTERED, ZLIB_HUFFMAN_ONLY, ZLIB_RLE, ZLIB_FIXED, or ZLIB_DEFAULT_STRATEGY
deflate_init(): Argument #2 ($options) must not contain empty strings
deflate_init(): Argument #2 ($options) must be of type zero-terminated string or array, int given
Cannot directly construct DeflateContext, use deflate_init() instead
