--TEST--
A variable that the other operand's destructuring assigns is read after it
--FILE--
<?php
function f() { $a = 1; $a += ($a = "5") + 1; var_dump($a); }
function g() { $a = 1; var_dump($a + ([$a] = [5])[0]); $a = 1; $a += ([$a] = [5])[0]; var_dump($a); $a = 1; $a -= count([$a] = ["9"]); var_dump($a); $a = 1; var_dump($a * (['x' => $a] = ['x' => "6"])['x']); }
function h() { $a = [1]; var_dump($a[(list($a) = [[5, 6]])[0][0] - 5]); $x = 1; var_dump($x . ([[$x]] = [["z"]])[0][0]); $x = 2; $x .= ([$x] = ["y"])[0]; var_dump($x); $x = 2; $x **= ([$x] = [3])[0]; var_dump($x); }
f(); g(); h();
--EXPECT--
int(11)
int(10)
int(10)
int(8)
int(36)
int(5)
string(2) "zz"
string(2) "yy"
int(27)
