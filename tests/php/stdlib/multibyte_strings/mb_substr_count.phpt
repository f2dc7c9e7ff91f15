--TEST--
mb_substr_count()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_substr_count('ababab', 'ab'), mb_substr_count('日本日本', '日'), mb_substr_count('aaa', 'aa'), mb_substr_count("a\xffb\xfe", "\xff"), mb_substr_count("\x82\xa0\x82\xa0", "\x82\xa0", 'SJIS'));
attempt(fn() => mb_substr_count('a', ''));
attempt(fn() => mb_substr_count('a', 'a', 'bad'));
--EXPECT--
3
2
1
2
2
ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty
ValueError: mb_substr_count(): Argument #3 ($encoding) must be a valid encoding, "bad" given
