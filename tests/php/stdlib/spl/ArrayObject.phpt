--TEST--
ArrayObject
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$a = new ArrayObject(['b' => 2, 'a' => 1]); $a[] = 3; $a['n'] = null; var_dump(count($a), isset($a['n']), $a->offsetExists('n'), $a['b'], $a->getArrayCopy()); attempt(fn() => $a['nope']); $a->ksort(); print_r($a); $a->uasort(fn($x, $y) => $y <=> $x); echo json_encode($a), "\n"; unset($a['a']); foreach ($a as $k => $v) { echo "$k=>$v\n"; } $a['x']['y'] = 1; var_dump($a['x']); $old = $a->exchangeArray([1]); var_dump(count($old), (array) $a); class P { public $p = 1; protected $q = 2; } $o = new ArrayObject(new P); $o['p'] = 5; var_dump(count($o), $o['p'], isset($o['q'])); $p = new ArrayObject([], ArrayObject::ARRAY_AS_PROPS); $p->foo = 1; var_dump($p['foo'], $p->foo, isset($p->foo), isset($p->bar)); echo serialize($a), "\n"; var_dump(unserialize(serialize($a)) == $a, get_class($a->getIterator()), $a->getIteratorClass());
--EXPECT--
int(4)
bool(false)
bool(true)
int(2)
array(4) {
  ["b"]=>
  int(2)
  ["a"]=>
  int(1)
  [0]=>
  int(3)
  ["n"]=>
  NULL
}
[Undefined array key "nope"]
NULL
ArrayObject Object
(
    [storage:ArrayObject:private] => Array
        (
            [0] => 3
            [a] => 1
            [b] => 2
            [n] => 
        )

)
{"0":3,"b":2,"a":1,"n":null}
0=>3
b=>2
n=>
array(1) {
  ["y"]=>
  int(1)
}
int(4)
array(1) {
  [0]=>
  int(1)
}
int(1)
int(5)
bool(false)
int(1)
int(1)
bool(true)
bool(false)
O:11:"ArrayObject":4:{i:0;i:0;i:1;a:1:{i:0;i:1;}i:2;a:0:{}i:3;N;}
bool(true)
string(13) "ArrayIterator"
string(13) "ArrayIterator"
