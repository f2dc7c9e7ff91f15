--TEST--
getReturn starts a generator; foreach by reference reaches what is yielded
--FILE--
<?php
function r() { return 42; yield; }
echo r()->getReturn(), "\n";
function &each(array &$a) { foreach ($a as $k => &$v) { yield $k => $v; } }
$data = [1, 2, 3]; foreach (each($data) as &$v) { $v *= -1; } unset($v); echo json_encode($data), "\n";
class Bag implements IteratorAggregate { public $d = ['a' => 1]; function &getIterator(): Iterator { foreach ($this->d as $k => &$v) { yield $k => $v; } } }
$bag = new Bag; foreach ($bag as &$v) { $v = 'changed'; } echo json_encode($bag->d), "\n";
function plain() { yield 1; } try { foreach (plain() as &$v) { } } catch (Exception $e) { echo $e->getMessage(), "\n"; }
function named() { yield; } ob_start(); var_dump(named()); echo preg_replace('/#\d+/', '#', ob_get_clean());
--EXPECT--
42
[-1,-2,-3]
{"a":"changed"}
You can only iterate a generator by-reference if it declared that it yields by-reference
object(Generator)# (1) {
  ["function"]=>
  string(5) "named"
}
