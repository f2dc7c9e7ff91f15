--TEST--
A parameter name may occur once
--FILE--
<?php
function f($a,
    $b, $a) {
}
--EXPECTF--
Fatal error: Redefinition of parameter $a in %s14_duplicate_parameters.php on line 2
