--TEST--
mb_strtoupper()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_strtoupper('abcÿßﬀ日ŉ'), mb_strtoupper("a\xe9", 'ISO-8859-1'), mb_strtoupper("ab\xff"));
--EXPECT--
"414243c5b853534646e697a5cabc4e ABC..SSFF.....N"
"41c9 A."
"41423f AB?"
