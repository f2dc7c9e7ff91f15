--TEST--
__invoke() cannot be static
--FILE--
<?php
class A { public static function __invoke($x) { return $x; } }
--EXPECTF--
Fatal error: Method A::__invoke() cannot be static in %s31_invoke_is_not_static.php on line 2
