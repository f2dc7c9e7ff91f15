--TEST--
unpack()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(unpack('nbig/vlittle', "\x12\x34\x34\x12"), unpack('C*', "\1\2\xff"), unpack('c2a/nb', "\xff\1\0\2"), unpack('A5x/Z5y/a3z', "ab \0 cd\0efgh"), unpack('H4h/h*l', "\xab\xcd\x12"), unpack('q', "\xff\xff\xff\xff\xff\xff\xff\xff"), unpack('d', pack('d', 1.5)), unpack('N2', "\0\0\0\1\0\0\0\2"), unpack('C', 'abc', 1), unpack('x2/Cc', "\0\0\5"), unpack('N', 'ab'));
attempt(fn () => unpack('y', 'a'));
attempt(fn () => unpack('C', 'a', 5));
--EXPECT--
[unpack(): Type a: not enough input values, need 3 values but only 2 were provided]
[unpack(): Type N: not enough input values, need 4 values but only 2 were provided]
{"big":4660,"little":4660}
{"1":1,"2":2,"3":255}
{"a1":-1,"a2":1,"b":2}
false
{"h":"abcd","l":"21"}
{"1":-1}
{"1":1.5}
{"1":1,"2":2}
{"1":98}
{"c":5}
false
ValueError: Invalid format type y
ValueError: unpack(): Argument #3 ($offset) must be contained in argument #2 ($data)
