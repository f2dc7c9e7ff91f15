--TEST--
serialize(): values, objects and references
--FILE--
<?php
class A { public $x = 1; protected $y = [true]; private $z = 'ü'; public int $unset; }
class S { public $a = 1; private $b = 2; public $c = 3; function __sleep() { return ['a', 'b']; } }
class M { function __construct(public $v) {} function __serialize(): array { return ['v' => $this->v, 7 => null]; } function __unserialize(array $data): void { $this->v = $data['v']; } }
enum E { case X; }
foreach ([null, true, -5, 0.1, 1e100, NAN, "a\0\"é", [1, 'k' => [2]]] as $value) echo str_replace("\0", '~', serialize($value)), "\n";
echo str_replace("\0", '~', serialize([new A, new S, new M([1]), E::X, E::X, new stdClass])), "\n";
$o = new stdClass; echo serialize([$o, $o, [$o]]), "\n";
$a = [1, 2]; $a[2] = &$a[0]; echo serialize($a), "\n";
$a = [1]; $a[1] = &$a; echo serialize($a), "\n";
$o->self = $o; echo serialize($o), "\n";
try {
    serialize(fn() => 1);
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
class Bad { function __sleep() { return ['nothing']; } }
echo serialize(new Bad), "\n";
--EXPECTF--
N;
b:1;
i:-5;
d:0.1;
d:1.0E+100;
d:NAN;
s:5:"a~"é";
a:2:{i:0;i:1;s:1:"k";a:1:{i:0;i:2;}}
a:6:{i:0;O:1:"A":3:{s:1:"x";i:1;s:4:"~*~y";a:1:{i:0;b:1;}s:4:"~A~z";s:2:"ü";}i:1;O:1:"S":2:{s:1:"a";i:1;s:4:"~S~b";i:2;}i:2;O:1:"M":2:{s:1:"v";a:1:{i:0;i:1;}i:7;N;}i:3;E:3:"E:X";i:4;r:14;i:5;O:8:"stdClass":0:{}}
a:3:{i:0;O:8:"stdClass":0:{}i:1;r:2;i:2;a:1:{i:0;r:2;}}
a:3:{i:0;i:1;i:1;i:2;i:2;R:2;}
a:2:{i:0;i:1;i:1;a:2:{i:0;i:1;i:1;R:3;}}
O:8:"stdClass":1:{s:4:"self";r:1;}
Serialization of 'Closure' is not allowed

Warning: serialize(): "nothing" returned as member variable from __sleep() but does not exist in %s on line 18
O:3:"Bad":0:{}
