--TEST--
#[Deprecated] warns at the call
--FILE--
<?php
#[Deprecated('use g() instead', since: '2.0')] function f() { return 'f'; }
echo f(), "\n";
class A {
    #[\Deprecated] function m() {}
    #[Deprecated(message: 'no more')] const K = 1;
    #[\Override] function __toString(): string { return 'x'; }
}
(new A)->m();
echo A::K, "\n";
--EXPECTF--
Deprecated: Function f() is deprecated since 2.0, use g() instead in %s02_deprecated.php on line 3
f

Deprecated: Method A::m() is deprecated in %s02_deprecated.php on line 9

Deprecated: Constant A::K is deprecated, no more in %s02_deprecated.php on line 10
1
