--TEST--
for with several expressions, empty parts and nesting
--FILE--
<?php
for ($i = 0, $j = 10; $i < $j; $i += 3, $j--) echo "$i-$j "; echo "\n";
for ($i = 0; ; $i++) { if ($i > 3) break; echo $i; } echo "\n";
for (;;) { break; }
for ($i = 0; print('c'), $i < 2; print('s'), $i++) print $i; echo "\n";
for ($i = 3; $i--;): echo $i; endfor; echo " $i\n";
for ($x = 0; $x < 3; $x++) for ($y = 0; $y < 3; $y++) {
    if ($y == $x) continue 2; if ($x == 2) break 2; echo "$x$y ";
}
echo "$x $y\n";
for ($f = 0.0; $f < 0.5; $f += 0.1) echo $f, ' '; echo "\n";
--EXPECT--
0-10 3-9 6-8 
0123
c0sc1sc
210 -1
10 2 0
0 0.1 0.2 0.3 0.4
