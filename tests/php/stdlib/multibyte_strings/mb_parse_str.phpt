--TEST--
mb_parse_str()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_parse_str('a=1&b[]=%E6%97%A5&b[x]=2&c', $result), $result, mb_parse_str('', $result), $result);
--EXPECT--
true
{"a":"31 1","b":{"0":"e697a5 ...","x":"32 2"},"c":" "}
false
[]
