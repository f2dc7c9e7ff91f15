--TEST--
Each test of a switch or match reads the variable it is about
--FILE--
<?php
set_error_handler(function($n, $m, $f, $l) { echo "$m @ $l\n"; return true; });
echo "A\n"; echo match ($u) { default => "m\n" };
echo "B\n"; switch ($u) { default: echo "d\n"; }
echo "C\n"; switch ($u) { case 1: echo "1\n"; case 2: echo "2\n"; }
echo "D\n"; echo match ($u) { 1 => 1, 2 => 2, default => "m\n" };
echo "E\n"; try { echo match ($u) { 1 => 1, 2 => 2 }; } catch (\Error $e) { echo $e->getMessage(), "\n"; }
echo "F\n"; switch ($u) { case 1.5: echo "1\n"; case $v: echo "2\n"; }
echo "G\n"; switch ($u) {}
echo "H\n"; switch ($u[1]) { default: echo "d\n"; }
echo "I\n"; echo match ($u->p) { default => "m\n" };
echo "J\n"; echo match ($u) { 1.5 => 1, $v => 2, default => "m\n" };
echo "K\n"; try { echo match ($u) { 1.5 => 1, $v => 2 }; } catch (\Error $e) { echo $e->getMessage(), "\n"; }
echo "L\n"; try { echo match ($u) { }; } catch (\Error $e) { echo $e->getMessage(), "\n"; }
function r(&$x) { switch ($x) { case r2($x): echo "no\n"; break; case 7: echo "7\n"; break; case "p": break; default: echo "d\n"; } echo match (true) { default => 1 }, match ($x) { r2($x), 9 => 'a', 7 => 'b', default => 'c' }, "\n"; }
function r2(&$x) { $x = 7; return 8; }
$q = 8; r($q); $q = 8; 
switch ($q) { case r2($q): echo "x\n"; break; case 7: echo "seven\n"; }
foreach ([1, 'a', null, 2.0] as $i) { switch ($i) { case 'a': echo 'A'; break; case 1: echo 1; break; default: echo '?'; } echo match ($i) { 1, 'a' => 'm', default => 'n' }; }
--EXPECT--
A
m
B
d
C
Undefined variable $u @ 5
Undefined variable $u @ 5
D
Undefined variable $u @ 6
m
E
Undefined variable $u @ 7
Unhandled match case NULL
F
Undefined variable $u @ 8
Undefined variable $u @ 8
Undefined variable $v @ 8
2
G
H
Undefined variable $u @ 10
Trying to access array offset on null @ 10
d
I
Undefined variable $u @ 11
Attempt to read property "p" on null @ 11
m
J
Undefined variable $u @ 12
Undefined variable $u @ 12
Undefined variable $v @ 12
2K
Undefined variable $u @ 13
Undefined variable $u @ 13
Undefined variable $v @ 13
2L
Unhandled match case NULL
7
1b
seven
1mAm?n?n
