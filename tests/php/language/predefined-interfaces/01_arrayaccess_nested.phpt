--TEST--
Indirect modification through ArrayAccess
--FILE--
<?php
class Box implements ArrayAccess {
    public $d = [];
    function offsetExists($o): bool { return isset($this->d[$o]); }
    function offsetGet($o): mixed { return $this->d[$o] ?? null; }
    function offsetSet($o, $v): void { if ($o === null) $this->d[] = $v; else $this->d[$o] = $v; }
    function offsetUnset($o): void { unset($this->d[$o]); }
}
$b = new Box; $b['list'] = [1];
$b['list'][] = 2; echo json_encode($b->d), "\n"; $b['obj'] = new Box; $b['obj']['in'] = 'deep';
echo $b['obj']['in'], "\n"; $b[] = 'pushed'; $b[1.5] = 'f'; $b[true] = 't';
echo json_encode(array_keys($b->d)), "\n"; ['list' => $l, 'none' => $n] = $b;
var_dump($l, $n, isset($b['list'][0]), isset($b['list'][5]), isset($b['no']['way']), $b['no']['way'] ?? 'dflt', empty($b['list']));
$ao = new ArrayObject(['x' => ['y' => 1]]); $ao['x']['y'] = 2; $ao['new'][] = 3;
echo json_encode($ao), count($ao), "\n"; try { $s = new stdClass; $s['x'] = 1; } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try { echo $s['x']; } catch (Error $e) { echo $e->getMessage(), "\n"; } unset($b['list']['x']);
class Ref extends Box {
    function &offsetGet($o): mixed { if (!isset($this->d[$o])) $this->d[$o] = null; return $this->d[$o]; }
}
$r = new Ref; $r['a']['b'][] = 1; echo json_encode($r->d), "\n";
--EXPECTF--
Notice: Indirect modification of overloaded element of Box has no effect in %s01_arrayaccess_nested.php on line 10
{"list":[1]}
deep

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s01_arrayaccess_nested.php on line 6
["list","obj",0,1]
array(1) {
  [0]=>
  int(1)
}
NULL
bool(true)
bool(false)
bool(false)
string(4) "dflt"
bool(false)
{"x":{"y":2},"new":[3]}2
Cannot use object of type stdClass as array
Cannot use object of type stdClass as array

Notice: Indirect modification of overloaded element of Box has no effect in %s01_arrayaccess_nested.php on line 18
{"a":{"b":[1]}}
