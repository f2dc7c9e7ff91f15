--TEST--
References to $this, static variables and what they start with
--FILE--
<?php
class foo { private $test = 3; public $a; public function x() { $a = &$this; $this->a = function() use (&$a) { return $a; }; var_dump(is_callable($this->a)); return $this->a; } function z() { $b =& $this; $b->a = []; $b->a[] = fn() => 1; return $this->a[0](); } } $foo = new foo; $y = $foo->x(); try { var_dump($y()->test); } catch (Error $e) { echo $e->getMessage(); } echo $foo->z();
function foo() { $a = 5; static $a = $a; return $a++; } echo foo(), foo(); function bar() { static $n = 0, $m = [1]; $m[] = $n++; return count($m); } echo bar(), bar(); interface I { static function __callStatic($m, $a); } try { I::bar(); } catch (Error $e) { echo $e->getMessage(); } function rec($n) { static $depth = 0; $depth++; if ($n) rec($n - 1); return $depth; } echo rec(3); class S { function m() { static $c = 0; return ++$c; } } class T extends S {} echo (new S)->m(), (new S)->m(), (new T)->m(); $cl = function() { static $x = 10; return $x++; }; $c2 = clone $cl; echo $cl(), $cl(), $c2();
--EXPECT--
bool(true)
Cannot access private property foo::$test15623Cannot call abstract method I::bar()4123101110
