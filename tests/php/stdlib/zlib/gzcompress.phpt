--TEST--
gzcompress
--FILE--
<?php
$s = str_repeat("hello world ", 50);
foreach ([-1, 0, 1, 9] as $level) echo md5(gzcompress($s, $level)), " ", gzuncompress(gzcompress($s, $level)) === $s ? "same" : "other", "\n";
try { gzcompress("", 10); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
try { gzcompress("", 1, 3); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
d74dba0b47b71f1a6bd5940482c2d8e6 same
7017ecd27df4b29e4781d72983acdb90 same
be06146ad3df236c635ed72c5ef6f23b same
5708d434133b7be1059baa81c027047b same
gzcompress(): Argument #2 ($level) must be between -1 and 9
gzcompress(): Argument #3 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
