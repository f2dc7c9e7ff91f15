--TEST--
Static properties named like those of objects: a notice, and who may name them
--FILE--
<?php
class A {
    private static $a = 'a'; protected static $b = 'b'; public static $c = 'c'; private static $d = 'd';
    public function read() { var_dump($this->a, $this->b, $this->c); }
}
class B extends A { private static $d = 'e'; }
class C extends A { protected static $b = 'b1'; public static $c = 'c1'; }
foreach ([new A, new B, new C] as $object) { $object->read(); }
foreach (['a', 'b', 'd'] as $name) {
    try { var_dump((new B)->$name); } catch (Error $e) { echo $e->getMessage(), "\n"; }
    try { var_dump(isset((new B)->$name)); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
--EXPECTF--
Notice: Accessing static property A::$a as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: A::$a in %s65_static_properties_of_objects.php on line 4

Notice: Accessing static property A::$b as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: A::$b in %s65_static_properties_of_objects.php on line 4

Notice: Accessing static property A::$c as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: A::$c in %s65_static_properties_of_objects.php on line 4
NULL
NULL
NULL

Notice: Accessing static property B::$a as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: B::$a in %s65_static_properties_of_objects.php on line 4

Notice: Accessing static property B::$b as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: B::$b in %s65_static_properties_of_objects.php on line 4

Notice: Accessing static property B::$c as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: B::$c in %s65_static_properties_of_objects.php on line 4
NULL
NULL
NULL

Notice: Accessing static property C::$a as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: C::$a in %s65_static_properties_of_objects.php on line 4

Notice: Accessing static property C::$b as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: C::$b in %s65_static_properties_of_objects.php on line 4

Notice: Accessing static property C::$c as non static in %s65_static_properties_of_objects.php on line 4

Warning: Undefined property: C::$c in %s65_static_properties_of_objects.php on line 4
NULL
NULL
NULL

Warning: Undefined property: B::$a in %s65_static_properties_of_objects.php on line 10
NULL
bool(false)
Cannot access protected property B::$b
bool(false)
Cannot access private property B::$d
bool(false)
