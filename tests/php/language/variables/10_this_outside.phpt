--TEST--
$this outside an object
--FILE--
<?php
function f() { return isset($this); }
var_dump(f(), isset($this));
class A {
    static function s() { return isset($this); }
    function m() { return (function () { return $this::class; })(); }
}
var_dump(A::s());
echo (new A)->m(), "\n";
try { (static function () { return $this; })(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo $this->x;
--EXPECTF--
bool(false)
bool(false)
bool(false)
A
Using $this when not in object context

Fatal error: Uncaught Error: Using $this when not in object context in %s10_this_outside.php:11
Stack trace:
#0 {main}
  thrown in %s10_this_outside.php on line 11
