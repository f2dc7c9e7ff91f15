--TEST--
Hooks of parents, private hooks of one name, and references to hooked and overloaded properties
--FILE--
<?php
function t($f) { try { var_dump($f()); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class P { private $x = 'P' { get => strtoupper($this->x); } public int $typed = 1; public mixed $any = 5; function px() { return $this->x; } }
class C extends P { private $x = 'c' { get => $this->x . '!'; } public int $typed { get => parent::$typed::get() * 2; set { parent::$typed::set($value + 1); } } public mixed $any { set { parent::$any::set(value: $value); } } function cx() { return $this->x; } }
$c = new C; t(fn() => $c->px()); t(fn() => $c->cx()); var_dump($c); t(fn() => $c->typed); $c->typed = 4; t(fn() => $c->typed); $c->any = 7; t(fn() => $c->any);
class N { public $p { get => parent::$p::get(); } } t(fn() => (new N)->p);
class U { public mixed $a; public mixed $b { set(mixed $custom) => $custom; } } class V extends U { public mixed $a { set { parent::$a::set(value: 1); parent::$a::set(unknown: 2); } } public mixed $b { set { parent::$b::set(custom: 42); parent::$b::set(value: 43); } } }
$v = new V; t(fn() => $v->a = 0); t(fn() => $v->a); t(fn() => $v->b = 0); t(fn() => $v->b);
class R { private $_r = 1; public $r { &get { echo "get "; return $this->_r; } } public $w { get => 1; } function __get($n) { echo "magic "; return null; } }
$r = new R; t(function () use ($r) { $r->r = &$z; }); t(function () use ($r) { $r->w = &$z; }); t(function () use ($r) { $r->none = &$z; }); t(function () use ($r) { $q = &$r->r; $q = 9; }); var_dump($r);
class D1 { public private(set) int $a = 1; function __construct() { unset($this->a); } } class D2 extends D1 { function __unset($n) { unset($this->a); } } t(function () { unset((new D2)->a); });
?>
--EXPECTF--
Fatal error: Cannot use temporary expression in write context in %shooks_of_parents.php on line 11
