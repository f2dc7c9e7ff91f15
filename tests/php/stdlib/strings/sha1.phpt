--TEST--
sha1()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(sha1(''), sha1("a\xe9"), sha1('abc', true));
--EXPECT--
"da39a3ee5e6b4b0d3255bfef95601890afd80709"
"103a3219a2dfe8085c4bedd72a6d715ed9d61e9e"
"\251\231>6G\006\201j\272>%qxP\302l\234\320\330\235"
