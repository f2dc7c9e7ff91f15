--TEST--
What was printed before a fatal error stays; buffers are flushed
--FILE--
<?php
ob_start();
echo "buffered\n";
echo "more\n";
function thrower(int $n) { if ($n === 0) throw new RuntimeException("bottom", 3); thrower($n - 1); }
thrower(2);
--EXPECTF--
buffered
more

Fatal error: Uncaught RuntimeException: bottom in %s07_uncaught_in_output.php:5
Stack trace:
#0 %s07_uncaught_in_output.php(5): thrower(0)
#1 %s07_uncaught_in_output.php(5): thrower(1)
#2 %s07_uncaught_in_output.php(6): thrower(2)
#3 {main}
  thrown in %s07_uncaught_in_output.php on line 5
