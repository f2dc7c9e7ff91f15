--TEST--
mhash_keygen_s2k()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(bin2hex(mhash_keygen_s2k(MHASH_MD5, 'password', 'salt', 20)), bin2hex(mhash_keygen_s2k(MHASH_SHA1, 'p', 'longer than eight', 3)), mhash_keygen_s2k(99, 'p', 's', 1));
attempt(fn () => mhash_keygen_s2k(MHASH_MD5, 'p', 's', 0));
--EXPECT--
[Function mhash_keygen_s2k() is deprecated since 8.1]
[Function mhash_keygen_s2k() is deprecated since 8.1]
[Function mhash_keygen_s2k() is deprecated since 8.1]
"626cab462d0ec4eacc809ffc36d716cedab253a2"
"e53b61"
false
[Function mhash_keygen_s2k() is deprecated since 8.1]
ValueError: mhash_keygen_s2k(): Argument #4 ($length) must be a greater than 0
