--TEST--
mb_detect_encoding()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['abc', 'é日本', "\xe9t\xe9", "\x93\xfa\x96{", "\xc6\xfc\xcb\xdc", "\x1b\$BF|\x1b(B"] as $string) show(mb_detect_encoding($string), mb_detect_encoding($string, 'UTF-8,ISO-8859-1', true), mb_detect_encoding($string, ['ASCII', 'JIS', 'UTF-8', 'SJIS', 'EUC-JP']), mb_detect_encoding($string, 'ASCII', true), mb_detect_encoding($string, 'Windows-1252,KOI8-R,UTF-16BE'));
show(mb_detect_encoding('', 'SJIS,UTF-8'), mb_detect_encoding('a', 'BASE64'));
attempt(fn() => mb_detect_encoding('a', 'bad'));
attempt(fn() => mb_detect_encoding('a', []));
--EXPECT--
"4153434949 ASCII"
"5554462d38 UTF-8"
"4153434949 ASCII"
"4153434949 ASCII"
"57696e646f77732d31323532 Windows-1252"
"5554462d38 UTF-8"
"5554462d38 UTF-8"
"5554462d38 UTF-8"
false
"57696e646f77732d31323532 Windows-1252"
"4153434949 ASCII"
"49534f2d383835392d31 ISO-8859-1"
"534a4953 SJIS"
false
"57696e646f77732d31323532 Windows-1252"
"4153434949 ASCII"
"49534f2d383835392d31 ISO-8859-1"
"534a4953 SJIS"
false
"57696e646f77732d31323532 Windows-1252"
"4153434949 ASCII"
"49534f2d383835392d31 ISO-8859-1"
"4555432d4a50 EUC-JP"
false
"57696e646f77732d31323532 Windows-1252"
"4153434949 ASCII"
"5554462d38 UTF-8"
"4a4953 JIS"
"4153434949 ASCII"
"57696e646f77732d31323532 Windows-1252"
"534a4953 SJIS"
false
ValueError: mb_detect_encoding(): Argument #2 ($encodings) contains invalid encoding "bad"
ValueError: mb_detect_encoding(): Argument #2 ($encodings) must specify at least one encoding
