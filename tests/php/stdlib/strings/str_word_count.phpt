--TEST--
str_word_count()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(str_word_count("Hello World, it's a well-known fri3nd"), str_word_count("Hello fri3nd, it's", 1), str_word_count("Hello fri3nd", 2), str_word_count('fri3nd x', 1, '0..9'), str_word_count(''), str_word_count('', 1), str_word_count("-a- 'b'", 1));
attempt(fn () => str_word_count('a', 3));
--EXPECT--
7
["Hello","fri","nd","it's"]
{"0":"Hello","6":"fri","10":"nd"}
["fri3nd","x"]
0
[]
["a-","'b'"]
ValueError: str_word_count(): Argument #2 ($format) must be a valid format value
