--TEST--
What linking a trait checks
--FILE--
<?php
trait T { public const X = 1; protected const Y = 2; abstract function need(); function f() { return __FUNCTION__ . __CLASS__ . __TRAIT__; } }
trait U { public const X = 1; function f() { return 'u'; } function need() { return 'n'; } }
class C { use T, U { U::f insteadof T; T::f as protected g; U::need as public; } function g2() { return $this->g() . $this->f() . $this->need(); } }
echo (new C)->g2(), C::X, "\n";
class D { use T; const X = 1; function need() { } #[Override] function __toString(): string { return ''; } }
echo D::X, "\n";
--EXPECT--
fCTun1
1
