--TEST--
mb_strimwidth()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([[0, 4, '…'], [0, 5, '...'], [1, 3, ''], [-2, 2, ''], [0, 0, ''], [0, 1, '日本'], [0, 100, '...'], [2, 4, 'é']] as [$start, $width, $marker]) show(mb_strimwidth('a日本語b', $start, $width, $marker));
show(mb_strimwidth("a\xffbcdef", 0, 9), mb_strimwidth('abcdef', 0, -2), mb_strimwidth("\x82\xa0\x82\xa2\x82\xa4", 0, 5, '.', 'SJIS'));
attempt(fn() => mb_strimwidth('abc', 5, 1));
attempt(fn() => mb_strimwidth('abc', 0, -9));
--EXPECT--
"61e697a5e280a6 a......"
"612e2e2e a..."
"e697a5 ..."
"e8aa9e ..."
" "
"e697a5e69cac ......"
"61e697a5e69cace8aa9e62 a.........b"
"e69cacc3a9 ....."
[mb_strimwidth(): passing a negative integer to argument #3 ($width) is deprecated]
"613f6263646566 a?bcdef"
"61626364 abcd"
"82a082a22e ....."
ValueError: mb_strimwidth(): Argument #2 ($start) is out of range
[mb_strimwidth(): passing a negative integer to argument #3 ($width) is deprecated]
ValueError: mb_strimwidth(): Argument #3 ($width) is out of range
