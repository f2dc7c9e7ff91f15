--TEST--
mb_convert_case()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
for ($mode = 0; $mode < 8; $mode++) show(mb_convert_case("ÀÉ straße ΌΣΟΣ ǆ İi o'neill ﬁn ᾳ ÿ dž-Az", $mode));
show(mb_convert_case("a\xffB", MB_CASE_UPPER), mb_convert_case('iI', MB_CASE_UPPER, 'ISO-8859-9'), mb_convert_case("\x83\xbf", MB_CASE_UPPER, 'SJIS'));
attempt(fn() => mb_convert_case('a', 8));
attempt(fn() => mb_convert_case('a', 0, 'bad'));
--EXPECT--
"c380c389205354524153534520ce8ccea3ce9fcea320c78420c4b049204f274e45494c4c2046494e20ce91ce9920c5b82044c5bd2d415a .... STRASSE ........ .. ..I O'NEILL FIN .... .. D..-AZ"
"c3a0c3a92073747261c39f6520cf8ccf83cebfcf8220c7862069cc8769206f276e65696c6c20efac816e20e1beb320c3bf2064c5be2d617a .... stra..e ........ .. i..i o'neill ...n ... .. d..-az"
"c380c3a92053747261c39f6520ce8ccf83cebfcf8220c78520c4b069204f276e65696c6c2046696e20e1bebc20c5b82044c5be2d417a .... Stra..e ........ .. ..i O'neill Fin ... .. D..-Az"
"c3a0c3a9207374726173736520cf8ccf83cebfcf8320c7862069cc8769206f276e65696c6c2066696e20ceb1ceb920c3bf2064c5be2d617a .... strasse ........ .. i..i o'neill fin .... .. d..-az"
"c380c3892053545241c39f4520ce8ccea3ce9fcea320c78420c4b049204f274e45494c4c20efac814e20e1bebc20c5b82044c5bd2d415a .... STRA..E ........ .. ..I O'NEILL ...N ... .. D..-AZ"
"c3a0c3a92073747261c39f6520cf8ccf83cebfcf8320c786206969206f276e65696c6c20efac816e20e1beb320c3bf2064c5be2d617a .... stra..e ........ .. ii o'neill ...n ... .. d..-az"
"c380c3a92053747261c39f6520ce8ccf83cebfcf8320c78520c4b069204f276e65696c6c20efac816e20e1bebc20c5b82044c5be2d417a .... Stra..e ........ .. ..i O'neill ...n ... .. D..-Az"
"c3a0c3a92073747261c39f6520cf8ccf83cebfcf8320c78620c4b069206f276e65696c6c20efac816e20e1beb320c3bf2064c5be2d617a .... stra..e ........ .. ..i o'neill ...n ... .. d..-az"
"413f42 A?B"
"dd49 .I"
"839f .."
ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants
ValueError: mb_convert_case(): Argument #3 ($encoding) must be a valid encoding, "bad" given
