--TEST--
hash_hmac_file()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(hash_hmac_file('sha1', 'data:text/plain,abc', 'k') === hash_hmac('sha1', 'abc', 'k'), hash_hmac_file('md5', 'no-such-file', 'k'));
attempt(fn () => hash_hmac_file('crc32', 'x', 'k'));
attempt(fn () => hash_hmac_file('md5', "a\0", 'k'));
--EXPECT--
[hash_hmac_file(no-such-file): Failed to open stream: No such file or directory]
true
false
ValueError: hash_hmac_file(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
ValueError: hash_hmac_file(): Argument #2 ($filename) must not contain any null bytes
