--TEST--
implode() and strtr() want a string where the last argument is given; what they say of anything else
--FILE--
<?php
set_error_handler(function ($l, $m) { echo "[$l] $m\n"; });
foreach ([
    fn() => implode(new stdClass),
    fn() => implode(null),
    fn() => implode(5),
    fn() => implode(new stdClass, []),
    fn() => implode([1], 'x'),
    fn() => implode([1], []),
    fn() => implode(1.5, [1, 2]),
    fn() => implode(null, [1, 2]),
    fn() => implode(new ArrayObject, 'b'),
    fn() => implode('a', 'b'),
    fn() => implode('a', null),
    fn() => implode([1, 2], null),
    fn() => implode(),
    fn() => implode(1, [2], 3),
    fn() => implode(array: [1, 2], separator: '-'),
    fn() => implode(separator: [1, 2]),
    fn() => join([3], [4]),
fn() => strtr('a', [], []),
    fn() => strtr('a', ['a' => 'b'], 'x'),
    fn() => strtr('a', 'b', null),
    fn() => strtr([], [], 'x'),
    fn() => strtr('a', fopen('php://memory', 'r'), 'b'),
    fn() => strtr('a', null, 'b'),
    fn() => strtr('a', 1, 2),
    fn() => strtr('a', 'b'),
    fn() => strtr('a', new stdClass, 'b'),
    fn() => strtr('a', [], null),
    fn() => strtr('a')
] as $k => $f) { echo "$k "; try { var_dump($f()); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
--EXPECT--
0 TypeError: implode(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
1 TypeError: implode(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
2 TypeError: implode(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
3 TypeError: implode(): Argument #1 ($separator) must be of type string, stdClass given
4 TypeError: implode(): Argument #1 ($separator) must be of type string, array given
5 TypeError: implode(): Argument #1 ($separator) must be of type string, array given
6 string(5) "11.52"
7 [8192] implode(): Passing null to parameter #1 ($separator) of type array|string is deprecated
string(2) "12"
8 TypeError: implode(): Argument #1 ($separator) must be of type string, ArrayObject given
9 TypeError: implode(): Argument #2 ($array) must be of type ?array, string given
10 TypeError: implode(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
11 TypeError: implode(): Argument #1 ($separator) must be of type string, array given
12 ArgumentCountError: implode() expects at least 1 argument, 0 given
13 ArgumentCountError: implode() expects at most 2 arguments, 3 given
14 string(3) "1-2"
15 string(2) "12"
16 TypeError: join(): Argument #1 ($separator) must be of type string, array given
17 TypeError: strtr(): Argument #2 ($from) must be of type string, array given
18 TypeError: strtr(): Argument #2 ($from) must be of type string, array given
19 [8192] strtr(): Passing null to parameter #3 ($to) of type ?string is deprecated
string(1) "a"
20 TypeError: strtr(): Argument #1 ($string) must be of type string, array given
21 TypeError: strtr(): Argument #2 ($from) must be of type string, resource given
22 [8192] strtr(): Passing null to parameter #2 ($from) of type array|string is deprecated
string(1) "a"
23 string(1) "a"
24 TypeError: strtr(): Argument #2 ($from) must be of type array, string given
25 TypeError: strtr(): Argument #2 ($from) must be of type string, stdClass given
26 TypeError: strtr(): Argument #2 ($from) must be of type string, array given
27 ArgumentCountError: strtr() expects exactly 2 arguments, 1 given
