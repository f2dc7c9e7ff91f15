--TEST--
A generator's return type must admit one
--FILE--
<?php
function g(): int {
    yield 1;
}
--EXPECTF--
Fatal error: Generator return type must be a supertype of Generator, int given in %s05_return_type_errors.php on line 2
