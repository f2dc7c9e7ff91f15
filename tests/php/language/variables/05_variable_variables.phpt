--TEST--
Variables named by a value
--FILE--
<?php
$name = 'target'; $$name = 'set'; echo $target, ' ', ${'tar' . 'get'}, ' ', ${"name"}, "\n";
$a = ['first', 'second']; $first = 1; ${$a[1]} = 2; echo ${$a[0]}, $second, "\n";
$$name = ['k' => 'v']; echo $$name['k'], ' ', "${$name}['k']" === 'Array[\'k\']' ? '' : 'braces', "\n";
function f() { foreach (['x', 'y'] as $i => $n) $$n = $i; return compact('x', 'y'); } print_r(f());
$o = new stdClass; $p = 'prop'; $o->$p = 1; $o->{'a b'} = 2; $o->{$p . '2'} = 3; print_r($o);
function g() { extract(['ex' => 'tracted', 'this is bad' => 1, 'n' => 5]); return $ex . $n; } echo g(), "\n";
class S { public static $st = 'static'; const K = 'konst'; static function m() { return 'meth'; } } $c = 'S';
$v = 'st'; $m = 'm'; $k = 'K';
echo $c::$st, $c::$$v, $c::$m(), $c::{$k}, S::{'m'}(), "\n";
--EXPECTF--
Deprecated: Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead in %s05_variable_variables.php on line 4
set set target
12
v 
Warning: Array to string conversion in %s05_variable_variables.php on line 4

Array
(
    [x] => 0
    [y] => 1
)
stdClass Object
(
    [prop] => 1
    [a b] => 2
    [prop2] => 3
)
tracted5
staticstaticmethkonstmeth
