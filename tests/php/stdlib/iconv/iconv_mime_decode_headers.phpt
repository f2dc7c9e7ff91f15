--TEST--
iconv_mime_decode_headers()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_mime_decode_headers("Subject: =?UTF-8?Q?Pr=C3=BCfung?=\r\nTo: a@b\r\n  folded\r\nReceived: one\r\nReceived: two\r\nnone\r\n"), iconv_mime_decode_headers("Subject: =?nope?Q?a?=\n"));
--EXPECT--
[iconv_mime_decode_headers(): Wrong encoding, conversion from "???" to "UTF-8" is not allowed]
{"Subject":"5072c3bc66756e67 Pr..fung","To":"61406220666f6c646564 a@b folded","Received":["6f6e65 one","74776f two"]}
false
