--TEST--
Access levels may only widen
--FILE--
<?php
class A { public function m() {} protected $p; }
class B extends A { private $p; }
--EXPECTF--
Fatal error: Access level to B::$p must be protected (as in class A) or weaker in %s25_access_level_errors.php on line 3
