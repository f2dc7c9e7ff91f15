--TEST--
Declaring and calling; functions exist before their line unless conditional
--FILE--
<?php
echo early(), "\n"; function early() { return 'hoisted'; }
var_dump(function_exists('cond')); if (true) { function cond() { return 'conditional'; } } echo cond(), "\n";
function outer() { function inner() { return 'inner'; } return 'outer'; } var_dump(function_exists('inner'));
echo outer(), inner(), "\n";
function nothing() {} var_dump(nothing()); function add($a, $b) { return $a + $b; }
echo add(1, 2), ADD(3, 4), "\n";
$f = 'add'; echo $f(5, 6), ' ', call_user_func('add', 1, 1), ' ', call_user_func_array('add', [2, 2]), "\n";
function fact(int $n): int { return $n <= 1 ? 1 : $n * fact($n - 1); } echo fact(10), "\n";
try { undefined_fn(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo add(...)(7, 8), ' ', (function() { return func_num_args(); })(1, 2, 3), "\n";
--EXPECT--
hoisted
bool(false)
conditional
bool(false)
outerinner
NULL
37
11 2 4
3628800
Call to undefined function undefined_fn()
15 3
