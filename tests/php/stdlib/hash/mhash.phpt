--TEST--
mhash()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(bin2hex(mhash(MHASH_MD5, 'abc')), bin2hex(mhash(MHASH_SHA1, 'abc', 'key')), mhash(4, 'a'), mhash(99, 'a'));
attempt(fn () => mhash(MHASH_CRC32, 'a', 'k'));
--EXPECT--
[Function mhash() is deprecated since 8.1]
[Function mhash() is deprecated since 8.1]
[Function mhash() is deprecated since 8.1]
[Function mhash() is deprecated since 8.1]
"900150983cd24fb0d6963f7d28e17f72"
"4fd0b215276ef12f2b3e4c8ecac2811498b656fc"
false
false
[Function mhash() is deprecated since 8.1]
ValueError: mhash(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm
