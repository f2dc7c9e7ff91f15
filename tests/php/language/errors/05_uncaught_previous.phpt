--TEST--
Chained exceptions print the innermost first
--FILE--
<?php
function a() { throw new LogicException('inner', 7); }
function b() { try { a(); } catch (LogicException $e) { throw new RuntimeException("outer\nsecond line", 8, $e); } }
set_exception_handler(null);
b();
--EXPECTF--
Fatal error: Uncaught LogicException: inner in %s05_uncaught_previous.php:2
Stack trace:
#0 %s05_uncaught_previous.php(3): a()
#1 %s05_uncaught_previous.php(5): b()
#2 {main}

Next RuntimeException: outer
second line in %s05_uncaught_previous.php:3
Stack trace:
#0 %s05_uncaught_previous.php(5): b()
#1 {main}
  thrown in %s05_uncaught_previous.php on line 3
