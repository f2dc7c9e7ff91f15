--TEST--
mb_strcut()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([[0, 4], [1, 4], [2, null], [-3, 2], [0, -2], [20, 1], [3, 0]] as [$start, $length]) show(mb_strcut('aé日本z', $start, $length), mb_strcut("a\x82\xa0\x82\xa2z", $start, $length, 'SJIS'), mb_strcut("\0a\xd8\x35\xdc\x00\0b", $start, $length, 'UTF-16BE'), mb_strcut("\xa4\xa2\x8f\xb0\xa1z", $start, $length, 'EUC-JP'));
show(mb_strcut('abcdef', 1, 3, 'UCS-2'), mb_strcut('abcdefgh', 5, 3, 'UCS-4'), mb_strcut('abc', 1, 1, 'ISO-8859-1'));
--EXPECT--
"61c3a9 a.."
"6182a0 a.."
"0061 .a"
"a4a2 .."
"c3a9 .."
"82a082a2 ...."
"0061 .a"
"a4a2 .."
"c3a9e697a5e69cac7a ........z"
"82a082a27a ....z"
"d835dc000062 .5...b"
"8fb0a17a ...z"
" "
"82a2 .."
"dc00 .."
" "
"61c3a9e697a5 a....."
"6182a0 a.."
"0061d835dc00 .a.5.."
"a4a2 .."
" "
" "
" "
" "
" "
" "
" "
" "
"6162 ab"
" "
"62 b"
