--TEST--
base64_decode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(base64_decode('YWJj'), base64_decode('YQ=='), base64_decode('YQ'), base64_decode("Y W\nJ j"), base64_decode('Y*Q=='), base64_decode('Y*Q==', true), base64_decode('YQ=', true), base64_decode('YQ=a', true), base64_decode('Y', true), base64_decode('YWJj', true), base64_decode('Y'), base64_decode(''));
--EXPECT--
"abc"
"a"
"a"
"abc"
"a"
false
false
false
false
"abc"
""
""
