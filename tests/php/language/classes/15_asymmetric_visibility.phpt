--TEST--
A property may be read by all and written by few
--FILE--
<?php
class A {
    public private(set) int $n = 1;
    public protected(set) array $list = [];
    public function __construct(public private(set) string $s = 's') {}
    function bump() { $this->n++; $this->list[] = $this->n; return $this; }
}
class B extends A { function add() { $this->list[] = 'b'; return $this; } function fail() { $this->n = 9; } }
$a = new A; echo $a->bump()->n, json_encode($a->list), $a->s, "\n"; $b = (new B)->add();
echo json_encode($b->list), "\n";
foreach ([fn() => $a->n = 5, fn() => $a->list[] = 1, fn() => $b->fail(), function () use ($a) { unset($a->s); }, fn() => $a->n++] as $f) try {
    $f(); echo "fine\n";
} catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
2[2]s
["b"]
Cannot modify private(set) property A::$n from global scope
Cannot indirectly modify protected(set) property A::$list from global scope
Cannot modify private(set) property A::$n from scope B
Cannot unset private(set) property A::$s from global scope
Cannot modify private(set) property A::$n from global scope
