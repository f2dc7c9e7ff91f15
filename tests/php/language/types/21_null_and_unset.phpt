--TEST--
null, unset and isset
--FILE--
<?php
$n = null; $z = 0;
var_dump(isset($n), isset($z), isset($none), is_null($n), $n === null, empty($z), empty($none));
unset($z, $none);
var_dump(isset($z));
echo $z;
var_dump($z . 'x', @$z, isset($a, $n), null ?? 'd', $n['a']['b'] ?? 'deep');
--EXPECTF--
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)

Warning: Undefined variable $z in %s21_null_and_unset.php on line 6

Warning: Undefined variable $z in %s21_null_and_unset.php on line 7
string(1) "x"
NULL
bool(false)
string(1) "d"
string(4) "deep"
