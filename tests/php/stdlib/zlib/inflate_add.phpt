--TEST--
inflate_add
--FILE--
<?php
$z = gzencode("hello world"); $i = inflate_init(ZLIB_ENCODING_GZIP);
foreach (str_split($z, 7) as $part) { var_dump(inflate_add($i, $part)); }
var_dump(inflate_get_status($i) === ZLIB_STREAM_END, inflate_get_read_len($i) === strlen($z));
var_dump(inflate_add(inflate_init(ZLIB_ENCODING_DEFLATE), "garbage"));
$d = deflate_init(ZLIB_ENCODING_DEFLATE, ["dictionary" => ["hello"]]); $z = deflate_add($d, "hello", ZLIB_FINISH);
var_dump(inflate_add(inflate_init(ZLIB_ENCODING_DEFLATE, ["dictionary" => ["hello"]]), $z), inflate_add(inflate_init(ZLIB_ENCODING_DEFLATE), $z));
?>
--EXPECTF--
string(0) ""
string(3) "hel"
string(7) "lo worl"
string(1) "d"
string(0) ""
bool(true)
bool(true)

Warning: inflate_add(): data error in %s on line 5
bool(false)

Warning: inflate_add(): Inflating this data requires a preset dictionary, please specify it in the options array of inflate_init() in %s on line 7
string(5) "hello"
bool(false)
