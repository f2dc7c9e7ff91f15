--TEST--
convert_uudecode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(convert_uudecode(convert_uuencode('round trip')), convert_uudecode("+22!L;W9E(%!(4\"$`\n`"), convert_uudecode(''), convert_uudecode('!!!'));
--EXPECT--
[convert_uudecode(): Argument #1 ($data) is not a valid uuencoded string]
[convert_uudecode(): Argument #1 ($data) is not a valid uuencoded string]
"round trip"
"I love PHP!"
false
false
