--TEST--
Assignment operators in every form
--FILE--
<?php
$a = 7; $a += 3; $a -= 1; $a *= 4; $a /= 2; echo $a, ' '; $a %= 5; $a **= 3; echo $a, ' '; $a .= 'x'; echo $a, "\n";
$b = 0b1100; $b &= 0b0110; echo $b; $b |= 1; echo $b; $b ^= 0b11; echo $b; $b <<= 3; echo $b; $b >>= 1; echo $b, "\n";
$n = null; $n ??= 'first'; $n ??= 'second'; echo $n, ' '; $m['k'] ??= []; $m['k'][] = 1; echo json_encode($m), "\n";
function f() { echo 'called '; return 'k'; } $c = ['k' => 0]; $c[f()] += 5; $c[f()] ??= 9; echo $c['k'], "\n";
$o = new stdClass; $o->n = 1; $o->n += 2; $o->{'s'} ??= 'str'; $o->s .= '!'; echo $o->n, $o->s, "\n";
$arr = [1, 2] ; $arr += [9, 9, 3]; echo json_encode($arr), "\n";
echo $x = $y = 3, $x *= $y += 1, "\n";
--EXPECT--
18 27 27x
4564824
first {"k":[1]}
called called 5
3str!
[1,2,3]
312
