--TEST--
mb_str_split()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_str_split('aé日'), mb_str_split('aé日本', 3), mb_str_split(''), mb_str_split("a\xe3\x81", 1), mb_str_split("a\x82\xa0", 1, 'SJIS'), mb_str_split('abcd', 1, 'UCS-2'), mb_str_split("\x1b\$B0!0\"\x1b(Ba", 1, 'ISO-2022-JP'));
attempt(fn() => mb_str_split('a', 0));
attempt(fn() => mb_str_split('a', PHP_INT_MAX));
attempt(fn() => mb_str_split('a', 1, 'bad'));
--EXPECT--
["61 a","c3a9 ..","e697a5 ..."]
["61c3a9e697a5 a.....","e69cac ..."]
[]
["61 a","e381 .."]
["61 a","82a0 .."]
["6162 ab","6364 cd"]
["1b244230211b2842 .$B0!.(B","1b244230221b2842 .$B0\".(B","61 a"]
ValueError: mb_str_split(): Argument #2 ($length) must be greater than 0
ValueError: mb_str_split(): Argument #2 ($length) is too large
ValueError: mb_str_split(): Argument #3 ($encoding) must be a valid encoding, "bad" given
