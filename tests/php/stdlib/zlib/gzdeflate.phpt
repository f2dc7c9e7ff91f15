--TEST--
gzdeflate
--FILE--
<?php
$s = str_repeat("hello world ", 50);
foreach ([-1, 0, 1, 9] as $level) echo md5(gzdeflate($s, $level)), " ", gzinflate(gzdeflate($s, $level)) === $s ? "same" : "other", "\n";
try { gzdeflate("", 10); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
try { gzdeflate("", 1, 3); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
199b5a06e6d9c24f44edf0bcbf8f298c same
3d715206c1f07cb73c55d773815736b5 same
a292915bc1f62c50287dfb161e33a97d same
199b5a06e6d9c24f44edf0bcbf8f298c same
gzdeflate(): Argument #2 ($level) must be between -1 and 9
gzdeflate(): Argument #3 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
