--TEST--
mb_internal_encoding()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_internal_encoding(), mb_internal_encoding('sjis'), mb_internal_encoding(), mb_strlen("\x82\xa0"));
attempt(fn() => mb_internal_encoding('bad'));
--EXPECT--
"5554462d38 UTF-8"
true
"534a4953 SJIS"
1
ValueError: mb_internal_encoding(): Argument #1 ($encoding) must be a valid encoding, "bad" given
