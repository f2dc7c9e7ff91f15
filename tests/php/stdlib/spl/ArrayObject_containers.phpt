--TEST--
Clones of ArrayObject and ArrayIterator, empty() with overridden methods, unset() within elements
--FILE--
<?php
$object = new ArrayObject([1]);
$clone = clone $object;
$clone[0] = 2;
var_dump($object[0], $clone[0]);
$iterator = new ArrayIterator([1]);
$clone = clone $iterator;
$clone[0] = 2;
var_dump($iterator[0], $clone[0]);
var_dump($clone);

class Both extends ArrayObject {
    public function offsetExists($key): bool { echo __METHOD__, " $key\n"; return parent::offsetExists($key); }
    public function offsetGet($key): mixed { echo __METHOD__, " $key\n"; return parent::offsetGet($key); }
}
class Asks extends ArrayObject {
    public function offsetExists($key): bool { echo __METHOD__, " $key\n"; return true; }
}
class Reads extends ArrayObject {
    public function offsetGet($key): mixed { echo __METHOD__, " $key\n"; return parent::offsetGet(strrev($key)); }
}
foreach (['ArrayObject', 'Both', 'Asks', 'Reads'] as $class) {
    $object = new $class(['ab' => 0, 'ba' => 7, 'no' => null]);
    foreach (['ab', 'ba', 'no', 'on'] as $key) {
        echo "$class $key\n";
        var_dump(isset($object[$key]), empty($object[$key]));
    }
}

$object = new ArrayObject(['a' => ['b' => ['c' => 1, 'd' => 2]]]);
unset($object['a']['b']['c']);
unset($object['none']['b']);
echo json_encode($object), "\n";
?>
--EXPECTF--
int(1)
int(2)
int(2)
int(2)
object(ArrayIterator)#4 (1) {
  ["storage":"ArrayIterator":private]=>
  object(ArrayIterator)#3 (1) {
    ["storage":"ArrayIterator":private]=>
    array(1) {
      [0]=>
      int(2)
    }
  }
}
ArrayObject ab
bool(true)
bool(true)
ArrayObject ba
bool(true)
bool(false)
ArrayObject no
bool(false)
bool(true)
ArrayObject on
bool(false)
bool(true)
Both ab
Both::offsetExists ab
Both::offsetExists ab
Both::offsetGet ab
bool(true)
bool(true)
Both ba
Both::offsetExists ba
Both::offsetExists ba
Both::offsetGet ba
bool(true)
bool(false)
Both no
Both::offsetExists no
Both::offsetExists no
Both::offsetGet no
bool(true)
bool(true)
Both on
Both::offsetExists on
Both::offsetExists on
bool(false)
bool(true)
Asks ab
Asks::offsetExists ab
Asks::offsetExists ab
bool(true)
bool(true)
Asks ba
Asks::offsetExists ba
Asks::offsetExists ba
bool(true)
bool(false)
Asks no
Asks::offsetExists no
Asks::offsetExists no
bool(true)
bool(true)
Asks on
Asks::offsetExists on
Asks::offsetExists on
bool(true)
bool(true)
Reads ab
Reads::offsetGet ab
bool(true)
bool(false)
Reads ba
Reads::offsetGet ba
bool(true)
bool(true)
Reads no
Reads::offsetGet no

Warning: Undefined array key "on" in %sArrayObject_containers.php on line 20
bool(false)
bool(true)
Reads on
bool(false)
bool(true)

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sArrayObject_containers.php on line 32
{"a":{"b":{"d":2}}}
