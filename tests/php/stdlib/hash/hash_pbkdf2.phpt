--TEST--
hash_pbkdf2()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(hash_pbkdf2('sha1', 'password', 'salt', 2), hash_pbkdf2('sha256', 'password', 'salt', 3, 20), hash_pbkdf2('md5', 'p', 's', 1, 7, true), hash_pbkdf2('whirlpool', 'p', 's', 2, 9), hash_pbkdf2('sha1', 'p', 's', 1, 61));
attempt(fn () => hash_pbkdf2('crc32', 'p', 's', 1));
attempt(fn () => hash_pbkdf2('md5', 'p', 's', 0));
attempt(fn () => hash_pbkdf2('md5', 'p', 's', 1, -1));
--EXPECT--
"ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"
"ad35240ac683febfaf3c"
"\214UQ\357r|\177"
"82910eeae"
"843c87e7eda3ee2f64a61c8d1f997842651ddad0cea8cb2dd2ff16e27d974"
ValueError: hash_pbkdf2(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
ValueError: hash_pbkdf2(): Argument #4 ($iterations) must be greater than 0
ValueError: hash_pbkdf2(): Argument #5 ($length) must be greater than or equal to 0
