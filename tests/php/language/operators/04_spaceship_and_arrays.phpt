--TEST--
Comparing arrays and objects
--FILE--
<?php
var_dump([1, 2] == [2 => 1], [1, 2] == [1 => 2, 0 => 1], [1, 2] === [1 => 2, 0 => 1], [1, 2] <=> [1, 3], [1, 2, 3] <=> [9, 9], ['a' => 1] <=> ['b' => 1], ['a' => 1] < ['b' => 1], ['a' => 1] > ['b' => 1], [1] == ['1'], [1] === ['1'], [null] == [false]);
class P { function __construct(public $x, public $y = 0) {} } class Q extends P {}
var_dump(new P(1) == new P(1), new P(1) === new P(1), new P(1) == new Q(1), new P(1) < new P(2), new P(2, 1) <=> new P(1, 5), new P(1) == 1);
$p = new P(1); $r = $p; var_dump($p === $r, $p == clone $p, $p != $r, $p <> $r);
var_dump('abc' <=> 'abd', 'a' < 'b', 'Z' < 'a', '10' < '9', '10' < '9a', 1.5 <=> 1.5, [] > null, 'abc' == 0, null == false, '1' == '01', 100 == '1e2', 'abc' == 'ABC', INF <=> PHP_INT_MAX, (string) 0.1 == 0.1);
--EXPECTF--
bool(false)
bool(true)
bool(false)
int(-1)
int(1)
int(1)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)

Notice: Object of class P could not be converted to int in %s04_spaceship_and_arrays.php on line 4
bool(true)
bool(false)
bool(false)
bool(true)
int(1)
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
int(-1)
bool(true)
bool(true)
bool(false)
bool(true)
int(0)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
int(1)
bool(true)
