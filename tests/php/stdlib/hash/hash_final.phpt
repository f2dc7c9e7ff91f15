--TEST--
hash_final()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$c = hash_init('md5');
show(hash_final($c, true));
attempt(fn () => hash_final($c));
--EXPECT--
"\324\035\214\331\217\000\262\004\351\200\t\230\354\370B~"
TypeError: hash_final(): Argument #1 ($context) must be a valid, non-finalized HashContext
