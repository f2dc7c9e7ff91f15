--TEST--
mb_strrpos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([['日本語日本語', '本', 0], ['日本語日本語', '本', 2], ['日本語日本語', '本', -3], ['aÀbà', 'à', 0], ['abc', '', 1], ['abc', 'x', 0], ["a\xffb\xffc", "\xff", 0], ["\xe3\x81é", 'é', 0], ['ab日cab', 'ab', -1]] as [$haystack, $needle, $offset]) show(mb_strrpos($haystack, $needle, $offset));
show(mb_strrpos("\x82\xa0\x82\xa2\x82\xa0", "\x82\xa0", 0, 'SJIS'), mb_strrpos("\x82\xa0\x82\xa2\x82\xa0", "\x82\xa0", -2, 'SJIS'));
attempt(fn() => mb_strrpos('abc', 'a', 4));
attempt(fn() => mb_strrpos('abc', 'a', -4));
attempt(fn() => mb_strrpos('abc', 'a', 0, 'bad'));
--EXPECT--
4
4
1
3
3
false
3
1
4
2
0
ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: mb_strrpos(): Argument #4 ($encoding) must be a valid encoding, "bad" given
