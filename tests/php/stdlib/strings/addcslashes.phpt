--TEST--
addcslashes()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(addcslashes("abc\n\t\x01\xe9", 'a..b'), addcslashes("abc\n\x01\xe9\x7f", "\0..\37!@\177..\377"), addcslashes('foo[bar]z', 'A..z'), addcslashes('', 'a'), addcslashes('a', ''), addcslashes("\a\v\b\f\r", "\0..\37"));
show(addcslashes('zoo', 'z..A'));
--EXPECT--
"\\a\\bc\n\t\001\351"
"abc\\n\\001\\351\\177"
"\\f\\o\\o\\[\\b\\a\\r\\]\\z"
""
"a"
"\\a\\v\\b\\f\\r"
[addcslashes(): Invalid '..'-range, '..'-range needs to be incrementing]
"\\zoo"
