--TEST--
strict_types must come first
--FILE--
<?php
$a = 1;
declare(strict_types=1);
--EXPECTF--
Fatal error: strict_types declaration must be the very first statement in the script in %s07_strict_types_first.php on line 3
