--TEST--
Hooks are inherited one by one, reach the parent hook, and check types
--FILE--
<?php
class A { public int $p = 1 { get => $this->p * 10; set { echo "A::set($value) "; $this->p = $value; } } }
class B extends A { public int $p { get => parent::$p::get() + 1; } }
class C extends A { public int $p = 7; }
class D { public $plain = 'd'; }
class E extends D { public $plain { get => strtoupper(parent::$plain::get()); set => parent::$plain::set($value . '!'); } }
foreach ([new A, new B, new C] as $o) { $o->p = 5; echo $o->p, ' ', json_encode((array) $o), "\n"; }
$e = new E; $e->plain = 'x'; echo $e->plain, "\n";
class V { private $held = [1]; public array $ref { &get => $this->held; } public $ro { get => 'r'; } public $wo { set { } }
    public int $typed { get => 'no'; } }
$v = new V; $v->ref[] = 2; echo json_encode($v->ref), "\n";
foreach ([fn() => $v->ro = 1, fn() => $v->wo, fn() => $v->typed, function () use ($v) { unset($v->ro); },
    function () { $a = new A; $a->p[] = 1; }, function () { $a = new A; $r = &$a->p; }] as $try) {
    try { $try(); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
class P { public function __construct(public string $name { set => ucfirst($value); }) { } }
echo (new P('ada'))->name, "\n";
--EXPECT--
A::set(5) 50 {"p":5}
A::set(5) 51 {"p":5}
A::set(5) 50 {"p":5}
X!
[1,2]
Error: Property V::$ro is read-only
Error: Property V::$wo is write-only
TypeError: V::$typed::get(): Return value must be of type int, string returned
Error: Cannot unset hooked property V::$ro
Error: Indirect modification of A::$p is not allowed
Error: Indirect modification of A::$p is not allowed
Ada
