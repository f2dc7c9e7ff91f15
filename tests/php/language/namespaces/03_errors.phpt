--TEST--
Names that clash in use
--FILE--
<?php
namespace A;
use B\C;
use D\C;
--EXPECTF--
Fatal error: Cannot use D\C as C because the name is already in use in %s03_errors.php on line 4
