--TEST--
hebrev()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(hebrev("abc \xe0\xe1\xe2 def"), hebrev("\xe0\xe1 (1)\n\xe2"), hebrev(''), hebrev("\xe0\xe1\xe2 \xe3\xe4\xe5 \xe6", 4));
--EXPECT--
"def \342\341\340 abc"
"(1) \341\340\n\342"
""
"\342\341\340\n\345\344\343\n\346"
