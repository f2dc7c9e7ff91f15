--TEST--
A variable that a loop, switch or try unsets further down is undefined when the text above runs again
--FILE--
<?php
function t() { $c = 1; for ($i=0;$i<2;$i++) { var_dump($c); unset($c); } }
function u() { $c = [1]; for ($i=0;$i<3;$i++) { $c[1] = 5; var_dump(count($c)); unset($c); $d = &$c; unset($d); } }
function w() { $c = [1]; $r = &$c; for ($i=0;$i<3;$i++) { $c[1] = 5; var_dump($c); $c .= "x"; unset($c); } }
function x() { $c = 1; $i = 0; while ($i++ < 2) { $e = $c + 1; var_dump($e); $c++; unset($c); } }
function y() { $c = 1; $r = &$c; $i = 0; do { $e = $c . "q"; var_dump($e); $c++; unset($c); } while ($i++ < 1); }
function z() { $c = 1; foreach ([1,2] as $i) { try { if ($i == 2) echo $c, strlen($c), "\n"; } finally { unset($c); } } }
function g() { a: if (isset($c)) { unset($c); echo "again\n"; $n = 1; } else { $c = 1; } if (empty($n)) goto a; var_dump($c); }
t(); u(); w(); x(); y(); z(); g();
?>
--EXPECTF--
int(1)

Warning: Undefined variable $c in %sunset_in_loops.php on line 2
NULL
int(2)
int(1)
int(1)
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(5)
}

Warning: Array to string conversion in %sunset_in_loops.php on line 4
array(1) {
  [1]=>
  int(5)
}

Warning: Array to string conversion in %sunset_in_loops.php on line 4
array(1) {
  [1]=>
  int(5)
}

Warning: Array to string conversion in %sunset_in_loops.php on line 4
int(2)

Warning: Undefined variable $c in %sunset_in_loops.php on line 5
int(1)

Warning: Undefined variable $c in %sunset_in_loops.php on line 5
string(2) "1q"

Warning: Undefined variable $c in %sunset_in_loops.php on line 6
string(1) "q"

Warning: Undefined variable $c in %sunset_in_loops.php on line 6

Warning: Undefined variable $c in %sunset_in_loops.php on line 7

Warning: Undefined variable $c in %sunset_in_loops.php on line 7

Deprecated: strlen(): Passing null to parameter #1 ($string) of type string is deprecated in %sunset_in_loops.php on line 7
0
again

Warning: Undefined variable $c in %sunset_in_loops.php on line 8
NULL
