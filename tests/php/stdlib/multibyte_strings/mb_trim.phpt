--TEST--
mb_trim()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_trim(" \u{3000}\u{a0}é\u{2003}\n"), mb_trim('日a日', '日'), mb_trim('xyz', ''), mb_trim("\u{3000} "), mb_trim('aab', 'ab'), mb_trim("\x81\x40\x82\xa0\x81\x40", null, 'SJIS'));
attempt(fn() => mb_trim('a', null, 'bad'));
--EXPECT--
"c3a9 .."
"61 a"
"78797a xyz"
" "
" "
"82a0 .."
ValueError: mb_trim(): Argument #3 ($encoding) must be a valid encoding, "bad" given
