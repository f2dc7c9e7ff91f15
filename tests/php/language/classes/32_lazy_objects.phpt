--TEST--
Lazy ghosts and proxies come into being when a property is touched
--FILE--
<?php
class C { public int $a = 1; public $b; protected $c = 'c';
    function __construct(int $a) { echo 'constructed '; $this->a = $a; } function sum() { return $this->a + 1; } }
function dump(...$v) { ob_start(); var_dump(...$v); echo preg_replace('/#\d+/', '#', ob_get_clean()); }
$r = new ReflectionClass(C::class);
$ghost = $r->newLazyGhost(function (C $o) { echo 'init '; $o->__construct(5); });
var_dump($r->isUninitializedLazyObject($ghost)); dump($ghost);
echo $ghost->sum(), "\n"; dump($r->isUninitializedLazyObject($ghost), $ghost);
$proxy = $r->newLazyProxy(function (C $o) { echo 'make '; return new C(8); });
$proxy->b = 'set'; echo $proxy->a, $proxy->b, isset($proxy->b), "\n"; dump($proxy);
$copy = clone $proxy; $copy->a = 9; echo $proxy->a, $copy->a, "\n";
$bad = $r->newLazyGhost(function () { throw new Exception('later'); });
try { $bad->a; } catch (Exception $e) { echo $e->getMessage(), ' ', $r->isUninitializedLazyObject($bad) ? 'still lazy' : '', "\n"; }
$skip = $r->newLazyGhost(function ($o) { echo 'not for a '; });
$r->getProperty('a')->setRawValueWithoutLazyInitialization($skip, 3); echo $skip->a, "\n"; var_dump($skip->b);
$real = new C(4); $r->resetAsLazyGhost($real, function ($o) { $o->a = 40; }); echo json_encode($real), "\n";
try { $r->newLazyProxy(fn() => new stdClass)->a; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { (new ReflectionClass('ArrayObject'))->newLazyGhost(fn() => 1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
bool(true)
lazy ghost object(C)# (0) {
  ["a"]=>
  uninitialized(int)
}
init constructed 6
bool(false)
object(C)# (3) {
  ["a"]=>
  int(5)
  ["b"]=>
  NULL
  ["c":protected]=>
  string(1) "c"
}
make constructed 8set1
lazy proxy object(C)# (1) {
  ["instance"]=>
  object(C)# (3) {
    ["a"]=>
    int(8)
    ["b"]=>
    string(3) "set"
    ["c":protected]=>
    string(1) "c"
  }
}
89
later still lazy
3
not for a NULL
constructed {"a":40,"b":null}
The real instance class stdClass is not compatible with the proxy class C. The proxy must be a instance of the same class as the real instance, or a sub-class with no additional properties, and no overrides of the __destructor or __clone methods.
Cannot make instance of internal class lazy: ArrayObject is internal
