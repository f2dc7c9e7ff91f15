--TEST--
mb_regex_set_options()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_regex_set_options(), mb_regex_set_options('imd'), mb_regex_set_options('sx'), mb_regex_set_options());
attempt(fn() => mb_regex_set_options('q'));
--EXPECT--
"7072 pr"
"7072 pr"
"696d64 imd"
"787372 xsr"
ValueError: Option "q" is not supported
