--TEST--
goto cannot enter a loop
--FILE--
<?php
goto inside;
while (true) {
    inside: break;
}
--EXPECTF--
Fatal error: 'goto' into loop or switch statement is disallowed in %s17_goto_errors.php on line 2
