--TEST--
Assignment is an expression and copies values
--FILE--
<?php
$a = $b = $c = 5; echo $a, $b, $c, "\n";
echo $d = 'assigned', "\n";
$x = 3; $y = $x; $y++; echo "$x $y\n";
$s = 'abc'; $t = $s; $t .= 'd'; echo "$s $t\n";
echo ($e = 2) + $e, ' ', $e, "\n";
if (($n = strlen('four')) > 3) echo "$n\n";
$_under = $été = 'names'; echo $_under, $été, "\n";
$i = 1; $i = $i++ + ++$i; echo $i, "\n";
--EXPECT--
555
assigned
3 4
abc abcd
4 2
4
namesnames
4
