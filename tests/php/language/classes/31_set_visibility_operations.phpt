--TEST--
private(set) and protected(set): writing, stepping, referencing, unsetting
--FILE--
<?php
class A {
    public private(set) int $n = 1;
    public protected(set) array $list = [1];
    public readonly int $ro;
    public private(set) ?A $next = null;
    function touch() { $this->n++; $this->list[] = 2; $this->next = $this; return $this; }
}
class B extends A { function grow() { $this->list[] = 3; } function own() { $this->n = 5; } function init() { $this->ro = 1; } }
$a = (new B)->touch(); $a->grow(); $a->init(); $a->next->grow();
echo $a->n, json_encode($a->list), $a->ro, "\n";
foreach ([fn() => $a->n = 2, fn() => $a->n++, fn() => $a->n .= 'x', function () use ($a) { $r = &$a->n; }, function () use ($a) { unset($a->n); },
    function () use ($a) { $a->list[] = 4; }, fn() => $a->own(), fn() => $a->ro = 2, function () { $n = new A; $n->ro = 2; }, function () use ($a) { [$a->n] = [1]; }] as $try) {
    try { $try(); echo "done\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
$copy = clone $a; echo isset($copy->n), $copy->n, "\n";
--EXPECT--
2[1,2,3,3]1
Cannot modify private(set) property A::$n from global scope
Cannot modify private(set) property A::$n from global scope
Cannot modify private(set) property A::$n from global scope
Cannot indirectly modify private(set) property A::$n from global scope
Cannot unset private(set) property A::$n from global scope
Cannot indirectly modify protected(set) property A::$list from global scope
Cannot modify private(set) property A::$n from scope B
Cannot modify readonly property A::$ro
Cannot modify protected(set) readonly property A::$ro from global scope
Cannot modify private(set) property A::$n from global scope
12
