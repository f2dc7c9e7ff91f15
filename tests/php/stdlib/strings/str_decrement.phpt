--TEST--
str_decrement()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['b', 'Aa', 'AA0', '10', '100', 'B00', 'a0'] as $s) attempt(fn () => str_decrement($s)); foreach (['', 'a', 'A', '0', '01', 'a!', 'a'] as $s) attempt(fn () => str_decrement($s));
--EXPECT--
"a"
"z"
"Z9"
"9"
"99"
"A99"
"9"
ValueError: str_decrement(): Argument #1 ($string) must not be empty
ValueError: str_decrement(): Argument #1 ($string) "a" is out of decrement range
ValueError: str_decrement(): Argument #1 ($string) "A" is out of decrement range
ValueError: str_decrement(): Argument #1 ($string) "0" is out of decrement range
ValueError: str_decrement(): Argument #1 ($string) "01" is out of decrement range
ValueError: str_decrement(): Argument #1 ($string) must be composed only of alphanumeric ASCII characters
ValueError: str_decrement(): Argument #1 ($string) "a" is out of decrement range
