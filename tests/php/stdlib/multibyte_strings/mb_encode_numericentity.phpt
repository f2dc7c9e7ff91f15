--TEST--
mb_encode_numericentity()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_encode_numericentity('aé日', [0x80, 0xffff, 0, 0xffff]), mb_encode_numericentity('aé日😀', [0x80, 0x10ffff, 0, 0x1fffff], null, true), mb_encode_numericentity('abc', [97, 98, 1, 0xff]), mb_encode_numericentity("\xe9", [0x80, 0xff, 0, 0xff], 'ISO-8859-1'));
attempt(fn() => mb_encode_numericentity('a', [1, 2, 3]));
attempt(fn() => mb_encode_numericentity('a', ['x', 2, 3, 4]));
--EXPECT--
"6126233233333b262332363038353b a&#233;&#26085;"
"6126237845393b262378363545353b26237831463630303b a&#xE9;&#x65E5;&#x1F600;"
"262339383b262339393b63 &#98;&#99;c"
"26233233333b &#233;"
ValueError: mb_encode_numericentity(): Argument #2 ($map) must have a multiple of 4 elements
ValueError: mb_encode_numericentity(): Argument #2 ($map) must only be composed of values of type int
