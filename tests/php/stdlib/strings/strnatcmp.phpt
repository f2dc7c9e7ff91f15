--TEST--
strnatcmp()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strnatcmp('img12', 'img10'), strnatcmp('img2', 'img10'), strnatcmp('IMG2', 'img2'), strnatcmp('a01', 'a1'), strnatcmp('1.5', '1.10'), strnatcmp('a  b', 'a b'), strnatcmp('', 'a'), strnatcmp('', ''), strnatcmp('abc', 'abcd'), strnatcmp('001', '1'));
--EXPECT--
1
-1
-1
-1
-1
0
-1
0
-1
0
