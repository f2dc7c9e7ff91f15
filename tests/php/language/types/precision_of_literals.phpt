--TEST--
Floats of the text: joined ones are converted when it is compiled, others when it runs
--FILE--
<?php
echo 0.123456789, "\n";
ini_set('precision', 5);
echo 0.123456789, "\n";
echo "x" . 0.123456789 . "y\n";
$a = 0.123456789;
echo "$a {$a}\n";
print 1.23456789e30;
echo "\n", (string) 0.123456789, "\n", -1.23456789, "\n";
ini_set('precision', '-1');
echo 0.1 + 0.2, ' ', 0.30000000000000004, "\n";
const C = 0.123456789;
ini_set('precision', 3);
echo C, ' ', C . '', "\n";
function f($x = 0.123456789) { return "$x"; } echo f(), "\n";
echo implode(',', [0.123456789]), "\n";
echo str_repeat(0.123456789, 2), "\n";
switch ((string) 0.123456789) {
    case '0.123': echo "short\n"; break; default: echo "long\n"; }
$h = [(string) 1.23456789 => 1];
var_dump($h);
$v = 'v';
ini_set('precision', 4);
echo $v . 0.123456789 . 'z', "\n";
echo 0.123456789 . 'a' . $v, "\n";
echo $v . ('b' . 0.123456789), "\n";
echo 1.5 . 2.123456789, "\n";
echo "{$v}" . 0.123456789, "\n";
$v .= 0.123456789;
echo $v, "\n";
const D = 'c' . 0.123456789;
echo D, "\n";
class K { const E = 'e' . 0.123456789; public $p = 0.123456789 . 'f'; } echo K::E, (new K)->p, "\n";
echo true ? 0.123456789 : 'x', "\n";
ini_set("precision",3);
$v = 1;
echo $v . -0.123456789, "\n", "a" . -0.123456789, "\n", -0.123456789 . $v, "\n";
echo 0.123456789 + 1 . "x", "\n";
echo 2 * 0.123456789 . $v;
--EXPECT--
0.123456789
0.12346
x0.123456789y
0.12346 0.12346
1.2346E+30
0.12346
-1.2346
0.30000000000000004 0.30000000000000004
0.123 0.123
0.123
0.123
0.1230.123
short
array(1) {
  ["1.23"]=>
  int(1)
}
v0.123456789z
0.123456789av
vb0.123456789
1.52.123456789
v0.123456789
v0.1235
c0.123456789
e0.1234567890.123456789f
0.1235
1-0.123456789
a-0.123456789
-0.1234567891
1.123456789x
0.2469135781
