--TEST--
A `for` without a step, left and continued out of `finally` blocks
--FILE--
<?php
function left() { for (;;) { try { try { break; } finally { echo 'in '; } } finally { echo "out\n"; } } }
left();
function continued() { $i = 0; for (; $i < 3;) { try { if ($i++ == 1) { continue; } echo "$i "; } finally { echo "f$i "; } } echo "\n"; }
continued();
for ($i = 0; $i < 3; $i++) { try { continue; } finally { echo $i; } }
for ($i = 0;; $i++) { try { if ($i > 2) break; } finally { echo $i; } }
--EXPECT--
in out
1 f1 f2 3 f3 
0120123
