--TEST--
str_repeat()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(str_repeat('ab', 3), str_repeat('', 1000), str_repeat('x', 0));
attempt(fn () => str_repeat('x', -1));
--EXPECT--
"ababab"
""
""
ValueError: str_repeat(): Argument #2 ($times) must be greater than or equal to 0
