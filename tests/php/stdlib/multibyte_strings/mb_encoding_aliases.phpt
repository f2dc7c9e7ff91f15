--TEST--
mb_encoding_aliases()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['ASCII', 'utf8', 'SJIS-win', 'JIS', 'EUC', 'HTML'] as $encoding) show(mb_encoding_aliases($encoding));
attempt(fn() => mb_encoding_aliases('bad'));
--EXPECT--
["414e53495f58332e342d31393638 ANSI_X3.4-1968","69736f2d69722d36 iso-ir-6","414e53495f58332e342d31393836 ANSI_X3.4-1986","49534f5f3634362e6972763a31393931 ISO_646.irv:1991","55532d4153434949 US-ASCII","49534f3634362d5553 ISO646-US","7573 us","49424d333637 IBM367","49424d2d333637 IBM-367","6370333637 cp367","63734153434949 csASCII"]
["75746638 utf8"]
["534a49532d6d73 SJIS-ms","534a49532d6f70656e SJIS-open"]
[]
["455543 EUC","4555435f4a50 EUC_JP","6575634a50 eucJP","782d6575632d6a70 x-euc-jp"]
[mb_encoding_aliases(): Handling HTML entities via mbstring is deprecated; use htmlspecialchars, htmlentities, or mb_encode_numericentity/mb_decode_numericentity instead]
["48544d4c HTML","68746d6c html"]
ValueError: mb_encoding_aliases(): Argument #1 ($encoding) must be a valid encoding, "bad" given
