--TEST--
mb_decode_numericentity()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$map = [0, 0x10ffff, 0, 0x1fffff];
foreach (['&#233;&#xe9;', '&#26085', '&#', '&#x;', '&amp;', '&#12345678901;', '&#9;x&', '&#4294967296;', '&&#65;'] as $string) show(mb_decode_numericentity($string, $map));
show(mb_decode_numericentity('&#98;', [97, 98, 1, 0xff]));
attempt(fn() => mb_decode_numericentity('a', [1]));
--EXPECT--
"c3a9c3a9 ...."
"e697a5 ..."
"2623 &#"
"2623783b &#x;"
"26616d703b &amp;"
"262331323334353637383930313b &#12345678901;"
"097826 .x&"
"00 ."
"2641 &A"
"61 a"
ValueError: mb_decode_numericentity(): Argument #2 ($map) must have a multiple of 4 elements
