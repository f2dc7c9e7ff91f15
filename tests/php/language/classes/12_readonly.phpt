--TEST--
Readonly properties and classes
--FILE--
<?php
class R {
    public readonly int $x;
    public function __construct(public readonly array $a = []) {}
    function set($v) { $this->x = $v; return $this; }
}
$r = new R([1]); $r->set(5); echo $r->x, "\n";
foreach ([fn() => $r->set(6), fn() => $r->a[] = 2, fn() => $r->x++, function () use ($r) { unset($r->x); }, fn() => (new R)->x, fn() => $r->nope = 1, function () use ($r) {
    $ref = &$r->a;
}] as $f) try { $f(); echo "no error\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
readonly class Pt {
    function __construct(public int $x, public int $y = 0) {}
    function with(int $x) { return new static($x, $this->y); }
}
$p = new Pt(1, 2); echo $p->with(9)->x, $p->x, "\n"; try { $p->x = 5; } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try { $p->z = 5; } catch (Error $e) { echo $e->getMessage(), "\n"; }
class C {
    public readonly stdClass $o;
    function __construct() { $this->o = new stdClass; }
    function __clone() { $this->o = clone $this->o; }
}
$c = new C; $c->o->inner = 'mutable'; $d = clone $c; $d->o->inner = 'changed';
echo $c->o->inner, $d->o->inner, "\n"; $e = new R; var_dump(isset($e->x));
try { $q = new class { public readonly int $v; }; $q->v = 1; } catch (Error $err) {
    echo preg_replace('/class@anonymous.*::/', 'anon::', $err->getMessage()), "\n";
}
--EXPECTF--
5
Cannot modify readonly property R::$x
Cannot indirectly modify readonly property R::$a
Cannot modify readonly property R::$x
Cannot unset readonly property R::$x
Typed property R::$x must not be accessed before initialization

Deprecated: Creation of dynamic property R::$nope is deprecated in %s12_readonly.php on line 8
no error
Cannot indirectly modify readonly property R::$a
91
Cannot modify readonly property Pt::$x
Cannot create dynamic property Pt::$z
mutablechanged
bool(false)
Cannot modify protected(set) readonly property anon::$v from global scope
