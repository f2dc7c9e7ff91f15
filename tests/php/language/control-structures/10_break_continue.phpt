--TEST--
Levels of break and continue
--FILE--
<?php
foreach ([1, 2, 3] as $a) {
    foreach ([1, 2, 3] as $b) { if ($b == 2) continue 2; if ($a == 3) break 2; echo "$a$b "; }
}
echo "\n";
$i = 0; while (true) { while (true) { do { if (++$i > 2) break 3; continue 2; } while (true); } } echo "$i\n";
for ($i = 0; $i < 4; $i++) {
    try { if ($i == 1) continue; if ($i == 3) break; echo "body$i "; } finally { echo "fin$i "; }
}
echo "\n";
--EXPECT--
11 21 
3
body0 fin0 fin1 body2 fin2 fin3
