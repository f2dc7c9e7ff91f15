--TEST--
insteadof that contradicts itself
--FILE--
<?php
trait T { function a() { echo 1; } } trait U { function a() { echo 2; } }
class A { use T, U { T::a insteadof U; U::a as b; } }
(new A)->a(); (new A)->b();
class B { use T, U { T::a insteadof U, U; } }
--EXPECTF--
12
Fatal error: Failed to evaluate a trait precedence (a). Method of trait U was defined to be excluded multiple times in %s64_trait_precedence.php on line 5
