--TEST--
mb_language()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_language(), mb_language('ja'), mb_language(), mb_get_info('mail_charset'), mb_language('Deutsch'), mb_language());
attempt(fn() => mb_language('bad'));
--EXPECT--
"6e65757472616c neutral"
true
"4a6170616e657365 Japanese"
"49534f2d323032322d4a50 ISO-2022-JP"
true
"4765726d616e German"
ValueError: mb_language(): Argument #1 ($language) must be a valid language, "bad" given
