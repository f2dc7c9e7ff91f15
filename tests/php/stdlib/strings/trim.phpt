--TEST--
trim()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(trim("  a b\t\n\r\v\0"), trim('xxaxx', 'x'), trim('abcXcba', 'a..c'), trim("\xa0a\xa0"), trim('  a', ''), trim('', 'a'));
show(trim('a..z', 'z..a'), trim('.a.', '..'), trim('a', '..b'), trim('ab', 'a..'));
--EXPECT--
"a b"
"a"
"X"
"\240a\240"
"  a"
""
[trim(): Invalid '..'-range, '..'-range needs to be incrementing]
[trim(): Invalid '..'-range, no character to the left of '..']
[trim(): Invalid '..'-range, no character to the left of '..']
[trim(): Invalid '..'-range, no character to the right of '..']
""
"a"
"a"
"b"
