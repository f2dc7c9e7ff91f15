--TEST--
iconv_mime_decode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_mime_decode('Subject: =?UTF-8?Q?Pr=C3=BCfung?= x'), iconv_mime_decode("=?UTF-8?B?w6k=?=\r\n =?UTF-8?B?w6g=?= z"), iconv_mime_decode('a =?x'), iconv_mime_decode('=?nope?Q?a?='), iconv_mime_decode('=?nope?Q?a?= b', ICONV_MIME_DECODE_CONTINUE_ON_ERROR), iconv_mime_decode('=?UTF-8?X?a?='), iconv_mime_decode('=?UTF-8?Q?a?=b', ICONV_MIME_DECODE_STRICT), iconv_mime_decode('=?UTF-8?Q?a?=b'), iconv_mime_decode('a', 0, 'nope'));
--EXPECT--
[iconv_mime_decode(): Malformed string]
[iconv_mime_decode(): Wrong encoding, conversion from "???" to "UTF-8" is not allowed]
[iconv_mime_decode(): Malformed string]
[iconv_mime_decode(): Wrong encoding, conversion from "???" to "nope" is not allowed]
"5375626a6563743a205072c3bc66756e672078 Subject: Pr..fung x"
"c3a9c3a8207a .... z"
false
false
"3d3f6e6f70653f513f613f3d2062 =?nope?Q?a?= b"
false
"3d3f5554462d383f513f613f3d62 =?UTF-8?Q?a?=b"
"6162 ab"
false
