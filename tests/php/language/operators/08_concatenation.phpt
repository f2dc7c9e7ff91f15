--TEST--
Concatenation, its precedence and conversion of operands
--FILE--
<?php
echo 'a' . 1 . 2.0 . true . null . false . 1.5, "\n"; echo 1 . 2, ' ', -1 . '', ' ', '1' . 1 + 2 . "\n", "\n";
$s = ''; for ($i = 0; $i < 5; $i++) $s .= $i . ','; echo $s, strlen($s), "\n";
class T { function __toString(): string { return 'T!'; } } echo 'obj: ' . new T . "\n"; $t = 'pre'; $t .= new T;
echo $t, "\n";
echo 'arr: ' . [1] . "\n";
try { echo 'x' . new stdClass; } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo 1 + 2 . '3' + 4, ' ', '5' . -3, ' ', 2 * 3 . '', ' ', 'a' . (1 <=> 2), ' ', 1 << 2 . '', "\n";
--EXPECTF--
a1211.5
12 -1 13

0,1,2,3,4,10
obj: T!
preT!

Warning: Array to string conversion in %s08_concatenation.php on line 6
arr: Array
Object of class stdClass could not be converted to string
37 5-3 6 a-1 4
