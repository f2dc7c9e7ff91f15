--TEST--
A class must implement what its interface asks for
--FILE--
<?php
interface I { function a(); static function b(int $x); const C = 1; }
class A implements I { function a() {} }
--EXPECTF--
Fatal error: Class A contains 1 abstract method and must therefore be declared abstract or implement the remaining methods (I::b) in %s23_interface_errors.php on line 3
