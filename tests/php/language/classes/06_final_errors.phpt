--TEST--
A final method cannot be overridden
--FILE--
<?php
class A { final public function m() {} }
class B extends A { public function m() {} }
--EXPECTF--
Fatal error: Cannot override final method A::m() in %s06_final_errors.php on line 3
