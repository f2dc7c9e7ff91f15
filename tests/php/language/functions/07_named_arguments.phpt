--TEST--
Named arguments
--FILE--
<?php
function f($a, $b = 2, $c = 3) { return "$a$b$c "; }
echo f(a: 1), f(1, c: 9), f(c: 'z', a: 'x'), f(...['c' => 7, 'a' => 1]), f(1, ...['c' => 5]), "\n";
echo str_pad(string: 'x', length: 5, pad_type: STR_PAD_LEFT, pad_string: '-'), ' ', json_encode(value: [1], flags: JSON_PRETTY_PRINT) === "[\n    1\n]" ? 'ok' : '', "\n";
foreach ([fn() => f(b: 1), fn() => f(1, a: 2), fn() => f(1, nope: 2), fn() => strlen(str: 'x')] as $t) try {
    $t();
} catch (Error $e) { echo get_class($e), ': ', preg_replace('/, \d passed in.*/', '', $e->getMessage()), "\n"; }
class P { function __construct(public int $x = 0, public int $y = 0) {} } $p = new P(y: 5);
echo $p->x, $p->y, "\n";
echo call_user_func('f', c: 'C', a: 'A'), call_user_func_array('f', ['b' => 'B', 'a' => 'A']), "\n";
function order($a, $b) { } function e($x) { echo $x; return $x; } order(b: e('first'), a: e('second'));
echo "\n";
--EXPECT--
123 129 x2z 127 125 
----x ok
ArgumentCountError: f(): Argument #1 ($a) not passed
Error: Named parameter $a overwrites previous argument
Error: Unknown named parameter $nope
Error: Unknown named parameter $str
05
A2C AB3 
firstsecond
