--TEST--
gzencode
--FILE--
<?php
$s = str_repeat("hello world ", 50);
foreach ([-1, 0, 1, 9] as $level) echo md5(gzencode($s, $level)), " ", gzdecode(gzencode($s, $level)) === $s ? "same" : "other", "\n";
try { gzencode("", 10); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
try { gzencode("", 1, 3); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
1b8729344e59c7c8a86212106bccfee8 same
86b88960eaff7cb43c57854ec992e948 same
a09dec4db8c56927785d896be7aa09a0 same
9cec91ae08e8c2b711daa6bb5d86d87a same
gzencode(): Argument #2 ($level) must be between -1 and 9
gzencode(): Argument #3 ($encoding) must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE
