--TEST--
hash_copy()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$c = hash_init('sha1'); hash_update($c, 'ab'); $d = hash_copy($c); $e = clone $c; hash_update($d, 'c');
show(hash_final($c) === sha1('ab'), hash_final($d) === sha1('abc'), hash_final($e) === sha1('ab'));
attempt(fn () => hash_copy($c));
attempt(fn () => clone $c);
--EXPECT--
true
true
true
TypeError: hash_copy(): Argument #1 ($context) must be a valid, non-finalized HashContext
ValueError: Cannot clone a finalized HashContext
