--TEST--
Heaps and queues with properties of their own still compare
--FILE--
<?php
class Q extends SplPriorityQueue { public $declared = 1; function __construct() {} }
class M extends SplMinHeap { protected $p = 1; }
#[AllowDynamicProperties] class H extends SplMaxHeap {}
foreach ([new Q, new M, new H] as $o) {
    @$o->order = 1; @$o->_order = 2; @$o->x = 3; unset($o->order); @$o->order = 4;
    foreach ([3, 1, 2] as $n) { $o instanceof Q ? $o->insert("v$n", $n) : $o->insert($n); }
    $c = clone $o;
    echo get_class($o), ' ', json_encode(get_object_vars($o)), ' ';
    while ($c->valid()) { echo $c->extract(), ' '; }
    echo count($o), ' ', $o->order, $o->_order, "\n";
}
--EXPECT--
Q {"declared":1,"_order":2,"x":3,"order":4} v3 v2 v1 3 42
M {"_order":2,"x":3,"order":4} 1 2 3 3 42
H {"_order":2,"x":3,"order":4} 3 2 1 3 42
