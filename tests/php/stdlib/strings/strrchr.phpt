--TEST--
strrchr()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strrchr('/a/b/c', '/'), strrchr('/a/b/c', '/x'), strrchr('abc', 'x'), strrchr('a/b/c', '/', true), strrchr('abc', ''), strrchr("a\0b", ''));
--EXPECT--
"/c"
"/c"
false
"a/b"
false
"\000b"
