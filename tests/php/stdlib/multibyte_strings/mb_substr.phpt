--TEST--
mb_substr()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([[0, null], [1, 2], [-2, null], [-3, -1], [9, 1], [0, -9], [2, 0]] as [$start, $length]) show(mb_substr('aé日本z', $start, $length), mb_substr('aé日本z', $start, $length, 'ISO-8859-1'), mb_substr("a\x82\xa0\x82\xa2z", $start, $length, 'SJIS'));
show(mb_substr("a\xe3\x81z\xffb", 1, 3), mb_substr("\x1b\$B0!0\"\x1b(B", 1, 1, 'ISO-2022-JP'));
attempt(fn() => mb_substr('a', PHP_INT_MIN));
--EXPECT--
"61c3a9e697a5e69cac7a a........z"
"61c3a9e697a5e69cac7a a........z"
"6182a082a27a a....z"
"c3a9e697a5 ....."
"c3a9 .."
"82a082a2 ...."
"e69cac7a ...z"
"ac7a .z"
"82a27a ..z"
"e697a5e69cac ......"
"9cac .."
"82a082a2 ...."
" "
"7a z"
" "
" "
"61 a"
" "
" "
" "
" "
"3f7a3f ?z?"
"1b244230221b2842 .$B0\".(B"
ValueError: mb_substr(): Argument #2 ($start) must be between -9223372036854775807 and 9223372036854775807
