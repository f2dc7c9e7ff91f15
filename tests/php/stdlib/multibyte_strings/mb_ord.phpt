--TEST--
mb_ord()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_ord('a'), mb_ord('日x'), mb_ord('😀'), mb_ord("\xff"), mb_ord("\x82\xa0", 'SJIS'));
attempt(fn() => mb_ord(''));
attempt(fn() => mb_ord('a', 'UTF-7'));
attempt(fn() => mb_ord('a', 'bad'));
--EXPECT--
97
26085
128512
false
12354
ValueError: mb_ord(): Argument #1 ($string) must not be empty
ValueError: mb_ord() does not support the "UTF-7" encoding
ValueError: mb_ord(): Argument #2 ($encoding) must be a valid encoding, "bad" given
