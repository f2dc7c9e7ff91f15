--TEST--
A class that misses abstract methods does not compile
--FILE--
<?php
abstract class A { abstract function one(); abstract protected function two($x); }
class B extends A {
    function one() {}
}
--EXPECTF--
Fatal error: Class B contains 1 abstract method and must therefore be declared abstract or implement the remaining methods (A::two) in %s04_abstract_errors.php on line 3
