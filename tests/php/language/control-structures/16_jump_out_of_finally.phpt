--TEST--
break may not leave a finally block
--FILE--
<?php
while (true) {
    try { echo 'x'; } finally {
        break;
    }
}
--EXPECTF--
Fatal error: jump out of a finally block is disallowed in %s16_jump_out_of_finally.php on line 4
