--TEST--
break outside a loop does not compile
--FILE--
<?php
echo "not reached\n";
function f() {
    break;
}
--EXPECTF--
Fatal error: 'break' not in the 'loop' or 'switch' context in %s11_break_errors.php on line 4
