--TEST--
mb_regex_encoding()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_regex_encoding(), mb_regex_encoding('shift_jis'), mb_regex_encoding(), mb_ereg("(\x82\xa2)", "\x82\xa0\x82\xa2", $found), $found);
attempt(fn() => mb_regex_encoding('bad'));
--EXPECT--
"5554462d38 UTF-8"
true
"534a4953 SJIS"
true
["82a2 ..","82a2 .."]
ValueError: mb_regex_encoding(): Argument #1 ($encoding) must be a valid encoding, "bad" given
