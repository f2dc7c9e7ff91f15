--TEST--
substr()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([[0], [2], [-2], [9], [-9], [0, -1], [1, 2], [-3, 2], [-3, -1], [2, -9], [6, 1], [0, null], [7], [1, 99]] as $a) show(substr('abcdef', ...$a));
show(substr('', 0), substr('abc', 3), substr("\xe9\0x", 1, 1));
--EXPECT--
"abcdef"
"cdef"
"ef"
""
"abcdef"
"abcde"
"bc"
"de"
"de"
""
""
"abcdef"
""
"bcdef"
""
""
"\000"
