--TEST--
mb_convert_kana()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['KV', 'HV', 'K', 'rnask', 'RNASM', 'h', 'C', 'c', 'm'] as $mode) show([$mode => mb_convert_kana('ｶﾞｳﾞﾊﾟｱ｡ ガぱァあヴ、　Ａｂ１！＼￥‘“ Ab1!\\~\'"−ーヮヰ゛', $mode)]);
attempt(fn() => mb_convert_kana('a', 'Z'));
attempt(fn() => mb_convert_kana('a', 'Kk'));
attempt(fn() => mb_convert_kana('a', 'Ar'));
attempt(fn() => mb_convert_kana('a', 'HK'));
attempt(fn() => mb_convert_kana('a', 'hC'));
--EXPECT--
{"KV":"e382ace383b4e38391e382a2e3808220e382ace381b1e382a1e38182e383b4e38081e38080efbca1efbd82efbc91efbc81efbcbcefbfa5e28098e2809c20416231215c7e2722e28892e383bce383aee383b0e3829b ............... ............................................. Ab1!\\~'\"..............."}
{"HV":"e3818ce38186e3829be381b1e38182e3808220e382ace381b1e382a1e38182e383b4e38081e38080efbca1efbd82efbc91efbc81efbcbcefbfa5e28098e2809c20416231215c7e2722e28892e383bce383aee383b0e3829b .................. ............................................. Ab1!\\~'\"..............."}
{"K":"e382abe3829be382a6e3829be3838fe3829ce382a2e3808220e382ace381b1e382a1e38182e383b4e38081e38080efbca1efbd82efbc91efbc81efbcbcefbfa5e28098e2809c20416231215c7e2722e28892e383bce383aee383b0e3829b ........................ ............................................. Ab1!\\~'\"..............."}
{"rnask":"efbdb6efbe9eefbdb3efbe9eefbe8aefbe9fefbdb1efbda120efbdb6efbe9ee381b1efbda7e38182efbdb3efbe9eefbda42041623121efbcbcefbfa5e28098e2809c20416231215c7e27222defbdb0efbe9cefbdb2efbe9e ........................ ........................ Ab1!............ Ab1!\\~'\"-............"}
{"RNASM":"efbdb6efbe9eefbdb3efbe9eefbe8aefbe9fefbdb1efbda1e38080e382ace381b1e382a1e38182e383b4e38081e38080efbca1efbd82efbc91efbc81efbcbcefbfa5e28098e2809ce38080efbca1efbd82efbc91efbc81efbfa5efbfa3e28099e2809de28892e383bce383aee383b0e3829b .................................................................................................................."}
{"h":"efbdb6efbe9eefbdb3efbe9eefbe8aefbe9fefbdb1efbda120e382acefbe8aefbe9fe382a1efbdb1e383b4efbda4e38080efbca1efbd82efbc91efbc81efbcbcefbfa5e28098e2809c20416231215c7e2722e28892efbdb0e383aee383b0efbe9e ........................ ................................................ Ab1!\\~'\"..............."}
{"C":"efbdb6efbe9eefbdb3efbe9eefbe8aefbe9fefbdb1efbda120e382ace38391e382a1e382a2e383b4e38081e38080efbca1efbd82efbc91efbc81efbcbcefbfa5e28098e2809c20416231215c7e2722e28892e383bce383aee383b0e3829b ........................ ............................................. Ab1!\\~'\"..............."}
{"c":"efbdb6efbe9eefbdb3efbe9eefbe8aefbe9fefbdb1efbda120e3818ce381b1e38181e38182e383b4e38081e38080efbca1efbd82efbc91efbc81efbcbcefbfa5e28098e2809c20416231215c7e2722e28892e383bce3828ee38290e3829b ........................ ............................................. Ab1!\\~'\"..............."}
{"m":"efbdb6efbe9eefbdb3efbe9eefbe8aefbe9fefbdb1efbda120e382ace381b1e382a1e38182e383b4e38081e38080efbca1efbd82efbc91efbc815c5c272220416231215c7e2722e28892e383bce383aee383b0e3829b ........................ .................................\\\\'\" Ab1!\\~'\"..............."}
ValueError: mb_convert_kana(): Argument #2 ($mode) contains invalid flag: 'Z'
ValueError: mb_convert_kana(): Argument #2 ($mode) must not combine 'K' and 'k' flags
ValueError: mb_convert_kana(): Argument #2 ($mode) must not combine 'A' and 'r' flags
ValueError: mb_convert_kana(): Argument #2 ($mode) must not combine 'H' and 'K' flags
ValueError: mb_convert_kana(): Argument #2 ($mode) must not combine 'h' and 'C' flags
