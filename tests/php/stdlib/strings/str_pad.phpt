--TEST--
str_pad()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(str_pad('5', 3, '0', STR_PAD_LEFT), str_pad('ab', 7, 'xyz', STR_PAD_BOTH), str_pad('ab', 6, '-'), str_pad('abc', 2), str_pad('abc', -1));
attempt(fn () => str_pad('a', 5, ''));
attempt(fn () => str_pad('a', 5, ' ', 9));
attempt(fn () => str_pad('a', 1, ''));
--EXPECT--
"005"
"xyabxyz"
"ab----"
"abc"
"abc"
ValueError: str_pad(): Argument #3 ($pad_string) must not be empty
ValueError: str_pad(): Argument #4 ($pad_type) must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH
"a"
