--TEST--
mb_output_handler()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
mb_http_output('SJIS');
show(mb_output_handler('日本', PHP_OUTPUT_HANDLER_START | PHP_OUTPUT_HANDLER_END));
mb_http_output('pass');
show(mb_output_handler('日本', PHP_OUTPUT_HANDLER_START | PHP_OUTPUT_HANDLER_END));
--EXPECT--
"93fa967b ...{"
"e697a5e69cac ......"
