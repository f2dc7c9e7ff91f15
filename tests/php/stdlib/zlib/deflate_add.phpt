--TEST--
deflate_add
--FILE--
<?php
$d = deflate_init(ZLIB_ENCODING_GZIP, ["level" => 9]); $z = "";
foreach (["aaa", "bbb"] as $x) $z .= deflate_add($d, $x, ZLIB_NO_FLUSH);
$z .= deflate_add($d, "c", ZLIB_FINISH);
var_dump(gzdecode($z), bin2hex(deflate_add(deflate_init(ZLIB_ENCODING_RAW, ["dictionary" => "hello"]), "hello world")));
try { deflate_add($d, "x", 77); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
string(7) "aaabbbc"
string(30) "ca00110ae5f945392900000000ffff"
deflate_add(): Argument #3 ($flush_mode) must be one of ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, ZLIB_FULL_FLUSH, ZLIB_BLOCK, or ZLIB_FINISH
