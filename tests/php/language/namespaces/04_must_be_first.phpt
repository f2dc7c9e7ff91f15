--TEST--
A namespace must come first
--FILE--
<?php
echo 1;
namespace A;
--EXPECTF--
Fatal error: Namespace declaration statement has to be the very first statement or after any declare call in the script in %s04_must_be_first.php on line 3
