--TEST--
Redeclaring a function does not compile
--FILE--
<?php
function f() {}
echo "never";
function f() {}
--EXPECTF--
Fatal error: Cannot redeclare function f() (previously declared in %s09_redeclare.php:2) in %s09_redeclare.php on line 4
