--TEST--
mb_http_output()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_http_output(), mb_http_output('SJIS'), mb_http_output(), mb_http_output('pass'), mb_http_output());
attempt(fn() => mb_http_output('bad'));
--EXPECT--
"5554462d38 UTF-8"
true
"534a4953 SJIS"
true
"70617373 pass"
ValueError: mb_http_output(): Argument #1 ($encoding) must be a valid encoding, "bad" given
