--TEST--
mb_ltrim()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_ltrim(" \u{3000}\u{a0}é\u{2003}\n"), mb_ltrim('日a日', '日'), mb_ltrim('xyz', ''), mb_ltrim("\u{3000} "), mb_ltrim('aab', 'ab'), mb_ltrim("\x81\x40\x82\xa0\x81\x40", null, 'SJIS'));
attempt(fn() => mb_ltrim('a', null, 'bad'));
--EXPECT--
"c3a9e280830a ......"
"61e697a5 a..."
"78797a xyz"
" "
" "
"82a08140 ...@"
ValueError: mb_ltrim(): Argument #3 ($encoding) must be a valid encoding, "bad" given
