--TEST--
pack()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(bin2hex(pack('nvc*', 0x1234, 0x5678, 65, -1)), pack('A5a5Z5', 'abc', 'de', 'fghijk'), bin2hex(pack('H*h3', 'abcd', '123')), bin2hex(pack('NVJPqQ', 1, 2, 3, 4, -5, -6)), bin2hex(pack('dgGeE', 1.5, 1.5, 1.5, 2.5, 2.5)), bin2hex(pack('Cx2CX2@4C', 1, 2, 3)), bin2hex(pack('Z*', 'ab')));
attempt(fn () => pack('y', 1));
attempt(fn () => pack('n2', 1));
attempt(fn () => pack('a'));
attempt(fn () => bin2hex(pack('n', 1, 2)));
attempt(fn () => bin2hex(pack('H3', 'xz')));
--EXPECT--
"1234785641ff"
"abc  de\000\000\000fghi\000"
"abcd2103"
"000000010200000000000000000000030400000000000000fbfffffffffffffffaffffffffffffff"
"000000000000f83f0000c03f3fc0000000000000000004404004000000000000"
"0100000003"
"616200"
ValueError: Type y: unknown format code
ValueError: Type n: too few arguments
ValueError: Type a: not enough arguments
[pack(): 1 arguments unused]
"0001"
[pack(): Type H: not enough characters in string]
[pack(): Type H: illegal hex digit x]
[pack(): Type H: illegal hex digit z]
"00"
