--TEST--
A constant expression that cannot be one
--FILE--
<?php
const A = 1;
const B = f();
--EXPECTF--
Fatal error: Constant expression contains invalid operations in %s03_errors.php on line 3
