--TEST--
A property's type may not change in a subclass
--FILE--
<?php
class A { public int $x = 1; }
class B extends A {
    public string $x = 'a';
}
--EXPECTF--
Fatal error: Type of B::$x must be int (as in class A) in %s24_property_redeclaration.php on line 3
