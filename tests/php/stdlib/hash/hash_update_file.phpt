--TEST--
hash_update_file()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$c = hash_init('md5');
show(hash_update_file($c, 'data:text/plain,abc'), hash_update_file($c, 'no-such-file'), hash_final($c) === md5('abc'));
attempt(fn () => hash_update_file($c, 'data:,a'));
--EXPECT--
[hash_update_file(no-such-file): Failed to open stream: No such file or directory]
true
false
true
TypeError: hash_update_file(): Argument #1 ($context) must be a valid, non-finalized HashContext
