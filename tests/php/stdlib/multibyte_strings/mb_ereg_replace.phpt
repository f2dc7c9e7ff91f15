--TEST--
mb_ereg_replace()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_ereg_replace('(日)(本)', '\2\1\0\9', 'a日本b'), mb_ereg_replace('A', 'x', 'aA', 'i'), mb_ereg_replace('', '-', 'abc'), mb_ereg_replace('(?<n>b)', '[\k<n>\1]', 'abc'), mb_ereg_replace('x', '', "\xff"));
attempt(fn() => mb_ereg_replace('a', 'b', 'c', 'q'));
--EXPECT--
"61e69cace697a5e697a5e69cac5c3962 a............\\9b"
"7878 xx"
"2d612d622d632d -a-b-c-"
"615b625c315d63 a[b\\1]c"
null
ValueError: Option "q" is not supported
