--TEST--
hash_init()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$c = hash_init('sha256');
show($c instanceof HashContext, hash_update($c, 'abc'), hash_final($c)); $c = hash_init('md5', HASH_HMAC, 'key'); hash_update($c, 'data');
show(hash_final($c) === hash_hmac('md5', 'data', 'key'));
attempt(fn () => hash_init('nope'));
attempt(fn () => hash_init('crc32', HASH_HMAC, 'k'));
attempt(fn () => hash_init('md5', HASH_HMAC));
attempt(fn () => new HashContext); print_r(hash_init('md5'));
--EXPECT--
true
true
"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
true
ValueError: hash_init(): Argument #1 ($algo) must be a valid hashing algorithm
ValueError: hash_init(): Argument #1 ($algo) must be a cryptographic hashing algorithm if HMAC is requested
ValueError: hash_init(): Argument #3 ($key) must not be empty when HMAC is requested
Error: Call to private HashContext::__construct() from global scope
HashContext Object
(
    [algo] => md5
)
