--TEST--
$this cannot be assigned
--FILE--
<?php
class A {
    function m() {
        $this = 5;
    }
}
--EXPECTF--
Fatal error: Cannot re-assign $this in %s09_this_errors.php on line 4
