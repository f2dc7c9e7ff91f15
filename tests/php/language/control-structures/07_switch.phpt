--TEST--
switch: loose comparison, falling through, default anywhere
--FILE--
<?php
function s($x) {
    switch ($x) {
        case 1: return 'int one'; case '1x': return 'string'; case null: return 'nullish';
        case true: return 'truthy'; default: return 'default';
    }
}
echo s(1), ',', s('1'), ',', s('1x'), ',', s(0), ',', s(''), ',', s('zzz'), ',', s([]), ',', s(2), "\n";
for ($i = 0; $i < 5; $i++) {
    switch ($i) {
        case 0: echo 'zero '; case 1: echo 'one '; break; default: echo 'def '; case 2: echo 'two '; break;
        case 3; echo 'semi '; continue 2;
    } echo '| ';
}
echo "\n";
switch ('a') { } switch (true) { case 5 > 10: echo 'no'; break; case 'x' == 'x': echo "yes\n"; break; }
switch ($v = 3): case 3: echo "alt\n"; endswitch;
function c($n) { echo "c$n "; return $n; } switch (2) { case c(1): case c(2): case c(3): echo "found\n"; }
switch (1) { default: echo 'only default'; } echo "\n";
$r = []; foreach ([1, 2, 3] as $n) { switch ($n) { case 2: break 2; } $r[] = $n; } echo implode($r), "\n";
--EXPECT--
int one,int one,string,nullish,nullish,truthy,nullish,truthy
zero one | one | two | semi def two | 
yes
alt
c1 c2 found
only default
1
