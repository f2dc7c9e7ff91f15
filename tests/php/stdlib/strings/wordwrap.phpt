--TEST--
wordwrap()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(wordwrap('The quick brown fox', 10), wordwrap('A very long woooooord.', 8, "\n", true), wordwrap('A very long woooooord.', 8, "\n", false), wordwrap('abc def', 3, '<br>'), wordwrap("a\nb c d", 3), wordwrap('', 5), wordwrap('abc', 1, "\n", true), wordwrap('a b', 0), wordwrap('a b', -1));
attempt(fn () => wordwrap('a', 5, ''));
attempt(fn () => wordwrap('a', 0, ' ', true));
--EXPECT--
"The quick\nbrown fox"
"A very\nlong\nwoooooor\nd."
"A very\nlong\nwoooooord."
"abc<br>def"
"a\nb c\nd"
""
"a\nb\nc"
"a\nb"
"a\nb"
ValueError: wordwrap(): Argument #3 ($break) must not be empty
ValueError: wordwrap(): Argument #4 ($cut_long_words) cannot be true when argument #2 ($width) is 0
