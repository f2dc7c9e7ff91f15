--TEST--
metaphone()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['Thompson', 'Knight', 'Physics', 'Wright', 'Xavier', 'school', 'judge', 'laugh', 'nation', 'special', '', '123', 'Which', 'gnome', 'thumb', 'accept', 'ghost', 'aerial'] as $w) show(metaphone($w));
show(metaphone('Thompson', 2), metaphone('x', 1));
attempt(fn () => metaphone('a', -1));
--EXPECT--
"0MPSN"
"NFT"
"FSKS"
"RFT"
"SFR"
"SXL"
"JJ"
"LF"
"NXN"
"SPXL"
""
""
"WX"
"NM"
"0M"
"AKSPT"
"FST"
"ERL"
"0M"
"S"
ValueError: metaphone(): Argument #2 ($max_phonemes) must be greater than or equal to 0
