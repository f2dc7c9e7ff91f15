--TEST--
str_increment()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['a', 'z', 'Z', '9', 'Az', 'zZ9', 'a9', '00', 'ABCz99'] as $s) show(str_increment($s)); foreach (['', 'a-', "\xe9"] as $s) attempt(fn () => str_increment($s));
--EXPECT--
"b"
"aa"
"AA"
"10"
"Ba"
"aaA0"
"b0"
"01"
"ABDa00"
ValueError: str_increment(): Argument #1 ($string) must not be empty
ValueError: str_increment(): Argument #1 ($string) must be composed only of alphanumeric ASCII characters
ValueError: str_increment(): Argument #1 ($string) must be composed only of alphanumeric ASCII characters
