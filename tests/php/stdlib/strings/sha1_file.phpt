--TEST--
sha1_file()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(sha1_file('data:text/plain,abc') === sha1('abc'), sha1_file('data:text/plain,abc', true) === sha1('abc', true), sha1_file('no-such-file'));
attempt(fn () => sha1_file(''));
attempt(fn () => sha1_file("a\0"));
--EXPECT--
[sha1_file(no-such-file): Failed to open stream: No such file or directory]
true
true
false
ValueError: Path must not be empty
ValueError: sha1_file(): Argument #1 ($filename) must not contain any null bytes
