--TEST--
sscanf()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(sscanf('age: 25 name: Bob', 'age: %d name: %s'), sscanf('12 apples', '%d %s %s'), sscanf('0x1A', '%x'), sscanf('abc123', '%[a-z]%d'), sscanf('a,b', '%[^,],%c'), sscanf('', '%d'), sscanf('abc', '%d'), sscanf('3.14e2x', '%f%s'), sscanf('12345', '%2d%3d'), sscanf('1 2', '%*d %d'), sscanf('b a', '%2$s %1$s'), sscanf('abc', 'ab%n'));
show(sscanf('7 x', '%d %s', $a, $b), $a, $b);
attempt(fn () => sscanf('a', '%y'));
attempt(fn () => sscanf('a', '%[a')); $f = fn () => sscanf('a b', '%s %s', $x);
attempt($f);
--EXPECT--
[25,"Bob"]
[12,"apples",null]
[26]
["abc",123]
["a","b"]
NULL
[null]
[314,"x"]
[12,345]
[2]
["a","b"]
[2]
2
7
"x"
ValueError: Bad scan conversion character "y"
ValueError: Unmatched [ in format string
ValueError: Different numbers of variable names and field specifiers
