--TEST--
public, protected, private
--FILE--
<?php
class A {
    public $pub = 1;
    protected $prot = 2;
    private $priv = 3;
    private function pm() { return 'A::pm'; }
    protected function qm() { return 'A::qm'; }
    function call($o) { return $o->priv . $o->pm(); }
}
class B extends A {
    private $priv = 'B';
    private function pm() { return 'B::pm'; }
    function up() { return $this->prot . $this->qm(); }
    function own() { return $this->priv; }
}
$a = new A; $b = new B; echo $a->call($b), ' ', $b->up(), ' ', $b->own(), "\n";
foreach ([fn() => $a->prot, fn() => $a->priv, fn() => $a->pm(), fn() => $b->qm(), fn() => $a->none(), fn() => A::none(), fn() => $a->prot = 5] as $f) try {
    $f();
} catch (Error $e) { echo $e->getMessage(), "\n"; }
var_dump(isset($a->priv), isset($a->pub), property_exists('A', 'priv'), method_exists($a, 'pm'));
echo $a->undefined;
class C { private function __construct() {} static function make() { return new self; } }
echo get_class(C::make()), "\n"; try { new C; } catch (Error $e) { echo $e->getMessage(), "\n"; }
print_r($b); echo count((array) $b), "\n";
--EXPECTF--
3A::pm 2A::qm B
Cannot access protected property A::$prot
Cannot access private property A::$priv
Call to private method A::pm() from global scope
Call to protected method A::qm() from global scope
Call to undefined method A::none()
Call to undefined method A::none()
Cannot access protected property A::$prot
bool(false)
bool(true)
bool(true)
bool(true)

Warning: Undefined property: A::$undefined in %s02_visibility.php on line 21
C
Call to private C::__construct() from global scope
B Object
(
    [pub] => 1
    [prot:protected] => 2
    [priv:A:private] => 3
    [priv:B:private] => B
)
4
