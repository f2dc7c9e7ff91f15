--TEST--
iconv_get_encoding()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_get_encoding(), iconv_get_encoding('internal_encoding'), iconv_get_encoding('bad'));
--EXPECT--
{"input_encoding":"5554462d38 UTF-8","output_encoding":"5554462d38 UTF-8","internal_encoding":"5554462d38 UTF-8"}
"5554462d38 UTF-8"
false
