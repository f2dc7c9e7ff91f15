--TEST--
instanceof in every form
--FILE--
<?php
interface I {} interface J extends I {} class A implements J {} class B extends A {} trait T {}
$b = new B; $n = 'A'; $o = new A; $c = fn() => 1;
var_dump($b instanceof B, $b instanceof A, $b instanceof I, $b instanceof $n, $b instanceof $o, $o instanceof B, $c instanceof Closure, $b instanceof ("I"), !$b instanceof A, new B instanceof A);
$x = 5;
try { $b instanceof $x; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
Class name must be a valid object or a string
