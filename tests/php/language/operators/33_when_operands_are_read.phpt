--TEST--
A plain variable is read when its operation runs, after the other operand
--FILE--
<?php
set_error_handler(function($n, $m, $f, $l) { echo "$m @ $l\n"; return true; });
function f() { global $a; $a = 'new'; echo "f "; return 'x'; }
$a = 'old'; echo $a . f(), "\n";
$a = 1; function g() { global $a; $a = 10; return 1; } echo $a + g(), "\n"; $a = 1; echo $a < g() ? 'lt' : 'ge', "\n";
$a = 1; var_dump($a == g(), [$a, g(), $a]);
function h() { $b = 1; $c = function() use (&$b) { $b = 5; return 1; }; echo $b + $c(), "\n"; echo $u . (string)($v), "\n"; echo $u . strlen($v), "\n"; echo $u + ($v * $w), "\n"; echo $u . -$v . $w, "\n"; var_dump($u == ($v . 'x'), $u === ($v . 'x'), $u <=> $v, $u <=> -$v, !$u, $u xor !$v, $u && $v); "$u$v"; "$u a {$v[$w]}"; $k = [$u => $v]; $z = $u[$v]; $z = $u[$v . $w]; $z = $u->p . $v; @$o->{$u}; $u ?: $v; $u ? $v : $w; strlen($u) . $v; $q = $u . ($v ?? $w) . $w; $u ** $v . $w; }
h();
--EXPECT--
f newx
11
ge
bool(false)
array(3) {
  [0]=>
  int(10)
  [1]=>
  int(1)
  [2]=>
  int(10)
}
6
Undefined variable $v @ 7
Undefined variable $u @ 7

Undefined variable $v @ 7
strlen(): Passing null to parameter #1 ($string) of type string is deprecated @ 7
Undefined variable $u @ 7
0
Undefined variable $v @ 7
Undefined variable $w @ 7
Undefined variable $u @ 7
0
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $w @ 7
0
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $u @ 7
Undefined variable $v @ 7
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $u @ 7
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $u @ 7
bool(false)
bool(false)
int(0)
int(0)
bool(true)
bool(true)
bool(false)
Undefined variable $u @ 7
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $v @ 7
Undefined variable $w @ 7
Trying to access array offset on null @ 7
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $u @ 7
Undefined variable $v @ 7
Trying to access array offset on null @ 7
Undefined variable $v @ 7
Undefined variable $w @ 7
Undefined variable $u @ 7
Trying to access array offset on null @ 7
Undefined variable $u @ 7
Attempt to read property "p" on null @ 7
Undefined variable $v @ 7
Undefined variable $o @ 7
Undefined variable $u @ 7
Attempt to read property "" on null @ 7
Undefined variable $u @ 7
Undefined variable $v @ 7
Undefined variable $u @ 7
Undefined variable $w @ 7
Undefined variable $u @ 7
strlen(): Passing null to parameter #1 ($string) of type string is deprecated @ 7
Undefined variable $v @ 7
Undefined variable $w @ 7
Undefined variable $u @ 7
Undefined variable $w @ 7
Undefined variable $u @ 7
Undefined variable $v @ 7
Undefined variable $w @ 7
