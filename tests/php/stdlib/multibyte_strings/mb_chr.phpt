--TEST--
mb_chr()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_chr(97), mb_chr(0x65e5), mb_chr(0x1f600), mb_chr(0xd800), mb_chr(-1), mb_chr(0x110000), mb_chr(0x3042, 'SJIS'), mb_chr(0x1f600, 'SJIS'), mb_chr(0xe9, 'ISO-8859-1'));
attempt(fn() => mb_chr(97, 'JIS'));
--EXPECT--
"61 a"
"e697a5 ..."
"f09f9880 ...."
false
false
false
"82a0 .."
false
"e9 ."
ValueError: mb_chr() does not support the "JIS" encoding
