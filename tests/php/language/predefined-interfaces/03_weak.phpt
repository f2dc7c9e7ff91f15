--TEST--
WeakMap and WeakReference
--FILE--
<?php
$o = new stdClass; $w = WeakReference::create($o); var_dump($w->get() === $o); $m = new WeakMap;
$m[$o] = ['data' => 1]; echo count($m), $m[$o]['data'], "\n"; foreach ($m as $k => $v) var_dump($k === $o, $v);
var_dump(isset($m[$o]), isset($m[new stdClass])); unset($o); var_dump($w->get(), count($m));
try { $m[new stdClass] ?? 0; $m['str'] = 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$p = new stdClass; try { $m[$p]; } catch (Error $e) {
    echo preg_replace('/#\d+/', '#N', $e->getMessage()), "\n";
} var_dump(WeakReference::create($p) === WeakReference::create($p));
--EXPECT--
bool(true)
11
bool(true)
array(1) {
  ["data"]=>
  int(1)
}
bool(true)
bool(false)
object(stdClass)#1 (0) {
}
int(1)
WeakMap key must be an object
Object stdClass#N not contained in WeakMap
bool(true)
