--TEST--
hash_hkdf()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(bin2hex(hash_hkdf('sha256', 'key', 42, 'info', 'salt')), bin2hex(hash_hkdf('sha1', 'key')));
attempt(fn () => hash_hkdf('crc32', 'k'));
attempt(fn () => hash_hkdf('md5', ''));
attempt(fn () => hash_hkdf('md5', 'k', -1));
attempt(fn () => hash_hkdf('md5', 'k', 4081));
--EXPECT--
"9ca0d662557439e3b83365f2da4626d35da195c6d9d1779f09838cf9e408966ece99106e2585ace6f083"
"1673780341338b6ebb5c5249ea3e75e43465606e"
ValueError: hash_hkdf(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
ValueError: hash_hkdf(): Argument #2 ($key) must not be empty
ValueError: hash_hkdf(): Argument #3 ($length) must be greater than or equal to 0
ValueError: hash_hkdf(): Argument #3 ($length) must be less than or equal to 4080
