--TEST--
strtr()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strtr('Hi all', 'ai', 'eo'), strtr('Hi all', ['Hi' => 'Hello', 'Hello' => 'x', 'a' => 'b']), strtr('abc', 'ab', '1'), strtr('aab', ['a' => '1', 'aa' => '2']), strtr('12', [1 => 'x', '12' => 'y']), strtr('abc', []), strtr('abc', ['' => 'x']), strtr('abc', ['' => 'x', 'b' => 'y']), strtr('', 'a', 'b'), strtr('aa', 'aa', 'bc'));
attempt(fn () => strtr('a', 'b'));
attempt(fn () => strtr('a', ['b'], 'c'));
--EXPECT--
[strtr(): Ignoring replacement of empty string]
[strtr(): Ignoring replacement of empty string]
"Ho ell"
"Hello bll"
"1bc"
"2b"
"y"
"abc"
"abc"
"ayc"
""
"cc"
TypeError: strtr(): Argument #2 ($from) must be of type array, string given
TypeError: strtr(): Argument #2 ($from) must be of type string, array given
