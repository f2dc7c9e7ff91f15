--TEST--
stripcslashes()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(stripcslashes('a\n\x41\101\q\\\\b\\'), stripcslashes('\x4\xg\8\400\1234'), stripcslashes('\a\b\v\f\r\t'));
--EXPECT--
"a\nAAq\\b\\"
"\004xg8\000S4"
"\a\b\v\f\r\t"
