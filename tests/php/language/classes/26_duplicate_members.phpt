--TEST--
A class cannot declare a method twice
--FILE--
<?php
class A {
    function one() {}
    function ONE() {}
}
--EXPECTF--
Fatal error: Cannot redeclare A::ONE() in %s26_duplicate_members.php on line 4
