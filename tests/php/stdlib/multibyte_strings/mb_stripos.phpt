--TEST--
mb_stripos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([['日本語日本語', '本', 0], ['日本語日本語', '本', 2], ['日本語日本語', '本', -3], ['aÀbà', 'à', 0], ['abc', '', 1], ['abc', 'x', 0], ["a\xffb\xffc", "\xff", 0], ["\xe3\x81é", 'é', 0], ['ab日cab', 'ab', -1]] as [$haystack, $needle, $offset]) show(mb_stripos($haystack, $needle, $offset));
show(mb_stripos("\x82\xa0\x82\xa2\x82\xa0", "\x82\xa0", 0, 'SJIS'), mb_stripos("\x82\xa0\x82\xa2\x82\xa0", "\x82\xa0", -2, 'SJIS'));
attempt(fn() => mb_stripos('abc', 'a', 4));
attempt(fn() => mb_stripos('abc', 'a', -4));
attempt(fn() => mb_stripos('abc', 'a', 0, 'bad'));
--EXPECT--
1
4
4
1
1
false
1
1
false
0
2
ValueError: mb_stripos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: mb_stripos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: mb_stripos(): Argument #4 ($encoding) must be a valid encoding, "bad" given
