--TEST--
iconv()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv('UTF-8', 'ISO-8859-1', 'é'), iconv('ISO-8859-1', 'UTF-16', 'ab'), iconv('UTF-8', 'UTF-16BE', '日'), iconv('UTF-8', 'UCS-2LE', 'é'), iconv('UTF-8', 'SJIS', '日本'), iconv('UTF-8', 'ISO-2022-JP', '日本'), iconv('CP1252', 'UTF-8', "\x80"), iconv('UTF-16', 'UTF-8', "\xfe\xff\0a"), iconv('UTF-8', 'ASCII//TRANSLIT', '“€” … ﬁ ½ ①'), iconv('UTF-8', 'ISO-8859-1//IGNORE', 'a日b'));
show(iconv('UTF-8', 'ISO-8859-1', '日'), iconv('UTF-8', 'ISO-8859-1', "a\xff"), iconv('UTF-8', 'ISO-8859-1', "a\xe3\x81"), iconv('UTF-8', 'nope', 'a'), iconv(str_repeat('x', 64), 'UTF-8', 'a'));
--EXPECT--
"e9 ."
"fffe61006200 ..a.b."
"65e5 e."
"e900 .."
"93fa967b ...{"
"1b2442467c4b5c1b2842 .$BF|K\\.(B"
"e282ac ..."
"61 a"
"2245555222202e2e2e2066692020312f322020283129 \"EUR\" ... fi  1\/2  (1)"
"6162 ab"
[iconv(): Detected an illegal character in input string]
[iconv(): Detected an illegal character in input string]
[iconv(): Detected an incomplete multibyte character in input string]
[iconv(): Wrong encoding, conversion from "UTF-8" to "nope" is not allowed]
[iconv(): Encoding parameter exceeds the maximum allowed length of 64 characters]
false
false
false
false
false
