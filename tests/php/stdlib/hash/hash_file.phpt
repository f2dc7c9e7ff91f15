--TEST--
hash_file()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(hash_file('crc32b', 'data:text/plain,abc'), hash_file('crc32b', 'data:text/plain,abc', true), hash_file('md5', 'no-such-file'));
attempt(fn () => hash_file('nope', 'x'));
attempt(fn () => hash_file('md5', ''));
attempt(fn () => hash_file('md5', "a\0"));
--EXPECT--
[hash_file(no-such-file): Failed to open stream: No such file or directory]
"352441c2"
"5$A\302"
false
ValueError: hash_file(): Argument #1 ($algo) must be a valid hashing algorithm
ValueError: Path must not be empty
ValueError: hash_file(): Argument #1 ($algo) must not contain any null bytes
