--TEST--
Duplicate values in a backed enumeration
--FILE--
<?php
enum A: int {
    case X = 1;
    case Y = 1;
}
echo "compiled\n";
var_dump(A::from(1));
--EXPECTF--
compiled

Fatal error: Uncaught Error: Duplicate value in enum A for cases X and Y in %s03_errors.php:7
Stack trace:
#0 %s03_errors.php(7): A::from(1)
#1 {main}
  thrown in %s03_errors.php on line 7
