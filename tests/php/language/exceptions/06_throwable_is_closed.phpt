--TEST--
A class cannot implement Throwable by itself
--FILE--
<?php
class Bad implements Throwable {}
--EXPECTF--
Fatal error: Class Bad cannot implement interface Throwable, extend Exception or Error instead in %s06_throwable_is_closed.php on line 2
