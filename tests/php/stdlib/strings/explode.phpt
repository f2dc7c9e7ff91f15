--TEST--
explode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(explode(',', 'a,b,c'), explode(',', ''), explode(',', 'abc'), explode(',', 'a,b,c', 2), explode(',', 'a,b,c', -1), explode(',', 'a,b,c', 0), explode(',', 'a', -1), explode(',', '', -1), explode(', ', 'a, b'), explode(',', ',a,', -9));
attempt(fn () => explode('', 'a'));
--EXPECT--
["a","b","c"]
[""]
["abc"]
["a","b,c"]
["a","b"]
["a,b,c"]
[]
[]
["a","b"]
[]
ValueError: explode(): Argument #1 ($separator) must not be empty
