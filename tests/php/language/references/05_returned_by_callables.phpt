--TEST--
References returned by closures, arrow functions, methods and callables of all kinds
--FILE--
<?php
class C { public $x = 1; function &m() { return $this->x; } static $s = 5; static function &sm() { return self::$s; } }
$c = new C; $f = function &() use ($c) { return $c->x; }; $a = &$f(); $a = 10; echo $c->x; $b = &$c->m(); $b++; echo $c->x; $d = &C::sm(); $d = 7; echo C::$s;
$g = fn&() => $c->x; $h = &$g(); $h = 99; echo $c->x; $cb = [$c, 'm']; $i = &$cb(); $i = 5; echo $c->x; $n = 'm'; $j = &$c->$n(); $j = 6; echo $c->x; $k = &$c->m(...)(); $k = 8; echo $c->x;
--EXPECT--
1011799568
