--TEST--
mb_decode_mimeheader()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_decode_mimeheader('=?UTF-8?B?5pel5pys?= plain =?iso-8859-1?Q?=E9t=E9_x?='), mb_decode_mimeheader("a\r\n b =?UTF-8?Q?=C3=A9?=\r\n =?UTF-8?Q?=C3=A8?= z"), mb_decode_mimeheader('=?bad?Q?x?='), mb_decode_mimeheader('=?UTF-8?X?x?='), mb_decode_mimeheader('=?UTF-8?Q?open'), mb_decode_mimeheader("a\xe9b"));
--EXPECT--
"e697a5e69cac20706c61696e20c3a974c3a92078 ...... plain ..t.. x"
"61206220c3a9c3a8207a a b .... z"
"3d3f6261643f513f783f3d =?bad?Q?x?="
"3d3f5554462d383f583f783f3d =?UTF-8?X?x?="
"6f70656e open"
"613f62 a?b"
