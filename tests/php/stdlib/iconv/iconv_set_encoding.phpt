--TEST--
iconv_set_encoding()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(iconv_set_encoding('internal_encoding', 'ISO-8859-1'), iconv_strlen('é'), iconv_set_encoding('bad', 'UTF-8'), iconv_set_encoding('output_encoding', str_repeat('x', 70)), iconv_get_encoding());
--EXPECT--
[iconv_set_encoding(): Use of iconv.internal_encoding is deprecated]
[iconv_set_encoding(): Encoding parameter exceeds the maximum allowed length of 64 characters]
true
2
false
false
{"input_encoding":"5554462d38 UTF-8","output_encoding":"5554462d38 UTF-8","internal_encoding":"49534f2d383835392d31 ISO-8859-1"}
