--TEST--
mb_strrchr()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_strrchr('日本É語é日本', 'é'), mb_strrchr('日本É語é日本', 'é', true), mb_strrchr('日本', 'x'), mb_strrchr('日本', ''), mb_strrchr("\x82\xa0\x82\xa2", "\x82\xa2", true, 'SJIS'));
attempt(fn() => mb_strrchr('a', 'a', false, 'bad'));
--EXPECT--
"c3a9e697a5e69cac ........"
"e697a5e69cacc389e8aa9e ..........."
false
" "
"82a0 .."
ValueError: mb_strrchr(): Argument #4 ($encoding) must be a valid encoding, "bad" given
