--TEST--
References to typed properties: every property that holds one has its say, until it is unset, bound anew or gone
--FILE--
<?php
class T { public int $i = 1; public ?float $f = 2.0; public string $s = "x"; public int|string $u = 1; public static int $st = 5; public static $un; public static ?string $sn; }
function t($f) { try { var_dump($f()); } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$o = new T;
$r = &$o->i; t(function() use (&$r) { return $r = "12"; }); t(function() use (&$r) { return $r = "a"; });
t(function () use ($o) { $o->f = &$o->i; });
t(function () use ($o) { $o->s = &$o->i; });
t(function () use ($o) { $o->u = &$o->i; return $o->u; });
t(function () use (&$r) { return $r = "5"; }); t(function () use (&$r) { return $r = "five"; });
unset($o->i); t(function () use (&$r) { return $r = "five"; }); t(function () use (&$r) { return $r = 1.5; });
$q = new T; $z = 7; $q->i = &$z; $q->f = &$z; t(function () use (&$z) { return $z = "3"; });
$x = &T::$st; t(function () use (&$x) { return $x = "q"; }); t(fn() => T::$st = "q"); t(fn() => T::$st = "9"); var_dump($x);
T::$un = &T::$st; t(fn() => T::$un = "w"); t(fn() => T::$un = "8"); var_dump(T::$st);
t(fn() => T::$sn); t(fn() => T::$sn = 5); t(fn() => T::$st .= "z"); t(fn() => T::$st += 1.5);
T::$st = PHP_INT_MAX; t(function () { T::$st++; }); t(function () use (&$x) { $x++; });
$arr = [1]; $o2 = new T; $arr[0] = &$o2->s; t(function () use (&$arr) { return $arr[0] = 12; }); t(function () use (&$arr) { return $arr[0] = []; });
function f(int &$p) { $p = "str"; } t(function () use ($o2) { f($o2->u); return $o2->u; });
$o3 = new T; $rr = &$o3->s; $o3 = null; $rr = []; var_dump($rr);
$c = new T; $y = &$c->i; $d = clone $c; t(function () use ($d) { $d->i = "w"; }); unset($c->i); t(function () use (&$y) { $y = "w"; }); 
class U extends T { public function __construct(public int &$pr) {} }
$v = "5"; t(function () use (&$v) { $u = new U($v); $v = "a"; }); var_dump($v); $v = "x"; var_dump($v);
?>
--EXPECTF--
int(12)
TypeError: Cannot assign string to reference held by property T::$i of type int
TypeError: Reference with value of type int held by property T::$i of type int is not compatible with property T::$f of type ?float
TypeError: Reference with value of type int held by property T::$i of type int is not compatible with property T::$s of type string
int(12)
TypeError: Cannot assign string to reference held by property T::$i of type int and property T::$u of type string|int, as this would result in an inconsistent type conversion
TypeError: Cannot assign string to reference held by property T::$i of type int
string(4) "five"

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s09_typed_sources.php on line 10
int(1)

Fatal error: Uncaught TypeError: Reference with value of type int held by property T::$i of type int is not compatible with property T::$f of type ?float in %s09_typed_sources.php:11
Stack trace:
#0 {main}
  thrown in %s09_typed_sources.php on line 11
