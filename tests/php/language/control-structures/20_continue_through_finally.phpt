--TEST--
A loop takes its step after the finally blocks that continue leaves
--FILE--
<?php
for ($i = 0; $i < 3; $i++) { try { if ($i != 1) { continue; } echo "body$i "; } finally { echo "finally$i "; } }
echo "\n"; $i = 0;
do { try { $i++; continue; } finally { echo "f$i "; } } while ($i < 3);
echo "\n";
for ($i = 0, $n = 0; $i < 2; $i++) {
    for ($j = 0; $j < 3; $j++) { try { if ($j) { continue 2; } } finally { $n++; echo "$i$j "; } }
}
echo $n, "\n";
--EXPECT--
finally0 body1 finally1 finally2 
f1 f2 f3 
00 01 10 11 4
