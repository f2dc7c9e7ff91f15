--TEST--
hash_hmac()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(hash_hmac('md5', 'data', 'key'), hash_hmac('sha256', 'data', str_repeat('k', 100)), hash_hmac('sha512', '', ''), hash_hmac('whirlpool', 'd', 'k'), hash_hmac('sha1', 'd', 'k', true));
attempt(fn () => hash_hmac('crc32b', 'd', 'k'));
attempt(fn () => hash_hmac('nope', 'd', 'k'));
--EXPECT--
"9d5c73ef85594d34ec4438b7c97e51d8"
"09380ee4b802da2363bc96e8e0d133ba275458ea8ddbc564f986fc12b31f8cb1"
"b936cee86c9f87aa5d3c6f2e84cb5a4239a5fe50480a6ec66b70ab5b1f4ac6730c6c515421b327ec1d69402e53dfb49ad7381eb067b338fd7b0cb22247225d47"
"59d5a47543a3add44196eb919b6db13dbfe2de586db87fdffc025c145638b37cda1557f5c6be2f10d2c07d9b6eadde93a1001303e1355f4d91332a5a9fc9ac0f"
"+\220\344\036|\f\310\342\367\\\002\221\f8\231\314F\213\243\026"
ValueError: hash_hmac(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
ValueError: hash_hmac(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
