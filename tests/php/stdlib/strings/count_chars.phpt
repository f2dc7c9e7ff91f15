--TEST--
count_chars()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(count_chars('abca', 1), count_chars('abca', 3), count(count_chars('ab', 0)), count_chars("b\xffb", 0)[98], strlen(count_chars('abc', 4)), count(count_chars('abc', 2)));
attempt(fn () => count_chars('a', 5));
attempt(fn () => count_chars('a', -1));
--EXPECT--
{"97":2,"98":1,"99":1}
"abc"
256
2
253
253
ValueError: count_chars(): Argument #2 ($mode) must be between 0 and 4 (inclusive)
ValueError: count_chars(): Argument #2 ($mode) must be between 0 and 4 (inclusive)
