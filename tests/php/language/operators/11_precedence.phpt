--TEST--
Precedence, pair by pair
--FILE--
<?php
var_dump(1 + 2 * 3 - 4 / 2 % 3, 2 + 3 . '', !true || true, -3 ** 2, 5 - 3 - 1, 100 / 10 / 2, 1 < 2 == true, 3 & 2 == 2, 1 | 2 ^ 3 & 4, true ? 1 : 0 + 5, 7 . '' == '7', 1 + 1 <=> 2, !0 + 1, (int) '5' + 1, -'3' - 1, ~1 + 1, 4 << 1 + 1, 10 - 2 << 1, null ?? 1 + 1, false ?: 1 && 0);
$a = 1; $b = &$a; $c = $a++ + $b;
var_dump($c, $a <=> $b, $x = 3 + $y = 4, $x, $y, !$z = false, $z, @$q['a'] ?: 'e', $i = 5 and 0, $i);
var_dump(new ArrayObject([1]) == new ArrayObject([1]), (clone $d = new stdClass) == $d);
--EXPECT--
int(5)
string(1) "5"
bool(true)
int(-9)
int(1)
int(5)
bool(true)
int(1)
int(3)
int(1)
bool(true)
int(0)
int(2)
int(6)
int(-4)
int(-1)
int(16)
int(16)
int(2)
bool(false)
int(3)
int(0)
int(7)
int(7)
int(4)
bool(true)
bool(false)
string(1) "e"
bool(false)
int(5)
bool(true)
bool(true)
