--TEST--
Promoted parameters with hooks, and a parent's property without
--FILE--
<?php
class C { public function __construct(public $prop { set { $this->prop = $value * 2; } }, final public int $q = 1) {} } var_dump(new C(42)); class P { public int $p; } class Q extends P { public int $p { get => parent::$p::get() + 1; } } $q = new Q; try { $q->p; } catch (Error $e) { echo $e->getMessage(); } $q->p = 4; echo $q->p;
--EXPECTF--
Fatal error: Cannot use the final modifier on a parameter in %s44_promoted_hooks.php on line 2
