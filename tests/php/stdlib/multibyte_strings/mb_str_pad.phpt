--TEST--
mb_str_pad()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_str_pad('日', 5, '。'), mb_str_pad('日', 5, 'ab', STR_PAD_LEFT), mb_str_pad('日', 6, 'é-', STR_PAD_BOTH), mb_str_pad('日本', 1), mb_str_pad('日', -1));
attempt(fn() => mb_str_pad('a', 3, ''));
attempt(fn() => mb_str_pad('a', 3, ' ', 7));
attempt(fn() => mb_str_pad('a', 3, ' ', STR_PAD_LEFT, 'bad'));
--EXPECT--
"e697a5e38082e38082e38082e38082 ..............."
"61626162e697a5 abab..."
"c3a92de697a5c3a92dc3a9 ..-.....-.."
"e697a5e69cac ......"
"e697a5 ..."
ValueError: mb_str_pad(): Argument #3 ($pad_string) must not be empty
ValueError: mb_str_pad(): Argument #4 ($pad_type) must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH
ValueError: mb_str_pad(): Argument #5 ($encoding) must be a valid encoding, "bad" given
