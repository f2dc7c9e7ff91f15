--TEST--
while and do-while
--FILE--
<?php
$i = 0; while ($i < 3) echo $i++; echo "\n";
while (--$i): echo $i; endwhile; echo "\n";
do echo 'once'; while (false); echo "\n";
do { if ($i++ > 2) break; if ($i == 2) continue; echo $i; } while ($i < 10); echo " $i\n";
$n = 3; while ($n-- and print $n); echo " $n\n";
do { $first = true; continue; echo 'never'; } while (!$first); echo "done\n";
--EXPECT--
012
21
once
13 4
210 -1
done
