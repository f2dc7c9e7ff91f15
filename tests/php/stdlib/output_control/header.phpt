--TEST--
header()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
ob_start(); header('X-A: 1'); header('x-a: 2', false); header('Content-Type: text/plain'); header('X-B:  3 '); header_remove('x-a'); var_dump(headers_sent(), http_response_code()); header('Location: /x'); var_dump(http_response_code()); header('HTTP/1.1 404 Not Found'); var_dump(http_response_code(), http_response_code(201), http_response_code()); header("X: a\nb"); ob_end_flush();
--EXPECT--
bool(false)
bool(false)
int(302)
int(404)
int(404)
int(201)
[Header may not contain more than a single header, new line detected]
