--TEST--
Closure::bind, call, fromCallable
--FILE--
<?php
class A { private $p = 'A.p'; private static $s = 'A.s'; } class B extends A { public $name = 'b'; }
$get = function () { return $this->p; };
echo Closure::bind($get, new A, A::class)(), ' ', $get->call(new A), "\n";
$st = static fn() => self::$s; echo Closure::bind($st, null, A::class)(), "\n";
$name = fn() => $this->name . static::class; echo Closure::bind($name, new B, B::class)(), "\n";
echo $get->bindTo(new A, 'A')(), "\n"; $up = Closure::fromCallable('strtoupper'); echo $up('x'), "\n";
class M {
    function __call($n, $a) { return "$n(" . implode($a) . ')'; }
    static function __callStatic($n, $a) { return "static $n"; }
    private function hid() { return 'hidden'; }
    function pub() { return $this->hid(...); }
}
echo (new M)->magic(...)(1, 2), M::sm(...)(), (new M)->pub()(), "\n";
try { (fn() => $this->x)(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
var_dump(@Closure::bind(static fn() => 1, new A));
$c = function ($x) { return $this->name . $x; }; $b = new B; echo $c->call($b, '!'), "\n";
--EXPECT--
A.p A.p
A.s
bB
A.p
X
magic(12)static smhidden
Using $this when not in object context
NULL
b!
