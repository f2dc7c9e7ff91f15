--TEST--
mb_get_info()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
mb_convert_encoding("é\xff", 'ASCII');
show(mb_get_info(), mb_get_info('illegal_chars'), mb_get_info('http_input'), mb_get_info('detect_order'), mb_get_info('bad'));
--EXPECT--
[mb_get_info(): argument #1 ($type) must be a valid type]
{"internal_encoding":"5554462d38 UTF-8","http_output":"5554462d38 UTF-8","http_output_conv_mimetypes":"5e28746578742f7c6170706c69636174696f6e2f7868746d6c5c2b786d6c29 ^(text\/|application\/xhtml\\+xml)","mail_charset":"5554462d38 UTF-8","mail_header_encoding":"424153453634 BASE64","mail_body_encoding":"424153453634 BASE64","illegal_chars":2,"encoding_translation":"4f6666 Off","language":"6e65757472616c neutral","detect_order":["4153434949 ASCII","5554462d38 UTF-8"],"substitute_character":63,"strict_detection":"4f6666 Off"}
2
null
["4153434949 ASCII","5554462d38 UTF-8"]
false
