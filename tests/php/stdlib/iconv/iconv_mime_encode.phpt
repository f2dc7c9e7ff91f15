--TEST--
iconv_mime_encode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_mime_encode('Subject', 'Prüfung äöü'), iconv_mime_encode('Subject', 'Prüfung äöü ' . str_repeat('é', 40), ['scheme' => 'Q', 'output-charset' => 'ISO-8859-1', 'line-length' => 50, 'line-break-chars' => "\n"]), iconv_mime_encode('S', str_repeat('日本', 20), ['output-charset' => 'ISO-2022-JP']), iconv_mime_encode('S', ''));
show(iconv_mime_encode('Subject', 'é', ['line-length' => 10]), iconv_mime_encode('S', 'é', ['output-charset' => 'nope']), iconv_mime_encode('S', '日', ['output-charset' => 'ISO-8859-1']));
--EXPECT--
"5375626a6563743a203d3f5554462d383f423f55484c4476475a31626d63677736544474734f383f3d Subject: =?UTF-8?B?UHLDvGZ1bmcgw6TDtsO8?="
"5375626a6563743a203d3f49534f2d383835392d313f513f50723d464366756e673d32303d45343d46363d46433d32303f3d0a203d3f49534f2d383835392d313f513f3d45393d45393d45393d45393d45393d45393d45393d45393d45393d45393f3d0a203d3f49534f2d383835392d313f513f3d45393d45393d45393d45393d45393d45393d45393d45393d45393d45393f3d0a203d3f49534f2d383835392d313f513f3d45393d45393d45393d45393d45393d45393d45393d45393d45393d45393f3d0a203d3f49534f2d383835392d313f513f3d45393d45393d45393d45393d45393d45393d45393d45393d45393d45393f3d Subject: =?ISO-8859-1?Q?Pr=FCfung=20=E4=F6=FC=20?=. =?ISO-8859-1?Q?=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9?=. =?ISO-8859-1?Q?=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9?=. =?ISO-8859-1?Q?=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9?=. =?ISO-8859-1?Q?=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9?="
"533a203d3f49534f2d323032322d4a503f423f47795243526e784c58455a385331784766457463526e784c58455a385331784766457463526e784c58455a38533177624b45493d3f3d0d0a203d3f49534f2d323032322d4a503f423f47795243526e784c58455a385331784766457463526e784c58455a385331784766457463526e784c58455a38533178476642736f51673d3d3f3d0d0a203d3f49534f2d323032322d4a503f423f477952435331784766457463526e784c58455a38533177624b45493d3f3d S: =?ISO-2022-JP?B?GyRCRnxLXEZ8S1xGfEtcRnxLXEZ8S1xGfEtcRnxLXEZ8S1wbKEI=?=.. =?ISO-2022-JP?B?GyRCRnxLXEZ8S1xGfEtcRnxLXEZ8S1xGfEtcRnxLXEZ8S1xGfBsoQg==?=.. =?ISO-2022-JP?B?GyRCS1xGfEtcRnxLXEZ8S1wbKEI=?="
"533a203d3f5554462d383f423f3f3d S: =?UTF-8?B??="
[iconv_mime_encode(): Buffer length exceeded]
[iconv_mime_encode(): Wrong encoding, conversion from "UTF-8" to "nope" is not allowed]
[iconv_mime_encode(): Detected an illegal character in input string]
false
false
false
