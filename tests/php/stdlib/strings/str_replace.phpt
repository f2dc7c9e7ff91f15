--TEST--
str_replace()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(str_replace('a', 'b', 'aaa', $n), $n, str_replace(['a', 'b'], ['b', 'c'], 'ab', $n), $n, str_replace(['a', 'b', 'c'], 'x', 'abcd'), str_replace(['a', 'b'], ['1'], 'ab'));
show(str_replace('x', 'y', ['k' => 'axa', 3 => 5], $n), $n, str_replace('', 'y', 'abc', $n), $n, str_replace('b', '', 'abc'), str_replace([], 'x', 'abc'), str_replace('A', 'x', 'a'));
attempt(fn () => str_replace('a', ['b'], 'c'));
show(str_replace([[1]], 'x', 'Array'));
--EXPECT--
"bbb"
3
"cc"
3
"xxxd"
"1"
{"k":"aya","3":"5"}
1
"abc"
0
"ac"
"abc"
"a"
TypeError: str_replace(): Argument #2 ($replace) must be of type string when argument #1 ($search) is a string
[Array to string conversion]
"x"
