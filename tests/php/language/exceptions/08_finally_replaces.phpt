--TEST--
An exception that a finally block replaces keeps its own trace
--FILE--
<?php
function f() { try { throw new Exception("a"); } finally { throw new Exception("b"); } }
function g($x) { try { f(); } finally { throw new LogicException("c"); } }
g(1);
--EXPECTF--
Fatal error: Uncaught Exception: a in %s08_finally_replaces.php:2
Stack trace:
#0 %s08_finally_replaces.php(3): f()
#1 %s08_finally_replaces.php(4): g(1)
#2 {main}

Next Exception: b in %s08_finally_replaces.php:2
Stack trace:
#0 %s08_finally_replaces.php(3): f()
#1 %s08_finally_replaces.php(4): g(1)
#2 {main}

Next LogicException: c in %s08_finally_replaces.php:3
Stack trace:
#0 %s08_finally_replaces.php(4): g(1)
#1 {main}
  thrown in %s08_finally_replaces.php on line 3
