--TEST--
mb_rtrim()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_rtrim(" \u{3000}\u{a0}é\u{2003}\n"), mb_rtrim('日a日', '日'), mb_rtrim('xyz', ''), mb_rtrim("\u{3000} "), mb_rtrim('aab', 'ab'), mb_rtrim("\x81\x40\x82\xa0\x81\x40", null, 'SJIS'));
attempt(fn() => mb_rtrim('a', null, 'bad'));
--EXPECT--
"20e38080c2a0c3a9  ......."
"e697a561 ...a"
"78797a xyz"
" "
" "
"814082a0 .@.."
ValueError: mb_rtrim(): Argument #3 ($encoding) must be a valid encoding, "bad" given
