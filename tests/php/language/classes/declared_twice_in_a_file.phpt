--TEST--
A class whose name is taken is refused where its statement runs
--FILE--
<?php
register_shutdown_function(function () { echo "\nend\n"; });
echo "runs\n";
class K { const A = 1; }
echo K::A, "\n";
class K { const A = 2; }
echo "never\n";
--EXPECTF--
runs
1

Fatal error: Cannot redeclare class K (previously declared in %sdeclared_twice_in_a_file.php:4) in %sdeclared_twice_in_a_file.php on line 6

end
