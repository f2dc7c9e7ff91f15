--TEST--
mb_ereg_search()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
attempt(fn() => mb_ereg_search('a'));
show(mb_ereg_search_init('a日b日c', '日'), mb_ereg_search(), mb_ereg_search_getpos(), mb_ereg_search_getregs(), mb_ereg_search_pos(), mb_ereg_search_regs(), mb_ereg_search_getregs(), mb_ereg_search_setpos(-5), mb_ereg_search_regs('(?<x>日)(z)?'));
attempt(fn() => mb_ereg_search_setpos(99));
attempt(fn() => mb_ereg_search_init('a', ''));
--EXPECT--
Error: No string was provided
true
true
4
["e697a5 ..."]
[5,3]
false
false
true
{"0":"e697a5 ...","1":"e697a5 ...","x":"e697a5 ..."}
ValueError: mb_ereg_search_setpos(): Argument #1 ($offset) is out of range
ValueError: mb_ereg_search_init(): Argument #2 ($pattern) must not be empty
