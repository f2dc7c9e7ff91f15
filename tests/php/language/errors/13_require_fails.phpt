--TEST--
What cannot be required is an Error, what cannot be included a warning
--FILE--
<?php
try { require 'nonexistent.php'; } catch (Error $e) { echo get_class($e), $e->getMessage(); } include 'nope.php'; require_once 'x/y.php';
--EXPECTF--
Warning: require(nonexistent.php): Failed to open stream: No such file or directory in %s13_require_fails.php on line 2
ErrorFailed opening required 'nonexistent.php' (include_path='.:/usr/share/php')
Warning: include(nope.php): Failed to open stream: No such file or directory in %s13_require_fails.php on line 2

Warning: include(): Failed opening 'nope.php' for inclusion (include_path='.:/usr/share/php') in %s13_require_fails.php on line 2

Warning: require_once(x/y.php): Failed to open stream: No such file or directory in %s13_require_fails.php on line 2

Fatal error: Uncaught Error: Failed opening required 'x/y.php' (include_path='.:/usr/share/php') in %s13_require_fails.php:2
Stack trace:
#0 {main}
  thrown in %s13_require_fails.php on line 2
