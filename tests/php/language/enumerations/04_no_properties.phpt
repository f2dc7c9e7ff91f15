--TEST--
Enumerations hold no properties
--FILE--
<?php
enum A {
    case X;
    public $p;
}
--EXPECTF--
Fatal error: Enum A cannot include properties in %s04_no_properties.php on line 4
