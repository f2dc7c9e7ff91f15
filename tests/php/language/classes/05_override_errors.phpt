--TEST--
An overriding method must be compatible
--FILE--
<?php
echo "not reached";
class A { public function m(int $x, $y = 1): int { return 1; } }
class B extends A {

    public function m(string $x): int { return 2; }
}
--EXPECTF--
Fatal error: Declaration of B::m(string $x): int must be compatible with A::m(int $x, $y = 1): int in %s05_override_errors.php on line 6
