--TEST--
unserialize(): values, objects, options and hostile text
--FILE--
<?php
class A { public $x; protected $y; private $z; public int $n = 0; function __wakeup() { echo "wake\n"; } }
class M { public $v; function __unserialize(array $data): void { $this->v = $data; } }
enum E { case X; }
var_dump(unserialize('a:3:{i:0;N;s:1:"k";d:0.5;i:7;b:1;}'));
var_dump(unserialize("O:1:\"A\":4:{s:1:\"x\";i:1;s:4:\"\0*\0y\";i:2;s:4:\"\0A\0z\";i:3;s:1:\"n\";i:4;}"));
var_dump(unserialize('O:1:"M":1:{s:1:"a";i:1;}'), unserialize('E:3:"E:X";'));
var_dump(unserialize('a:2:{i:0;O:8:"stdClass":0:{}i:1;r:2;}'));
$a = unserialize('a:2:{i:0;i:1;i:1;R:2;}'); $a[0] = 9; var_dump($a);
var_dump(unserialize('O:1:"A":0:{}', ['allowed_classes' => false]));
var_dump(unserialize('O:7:"Nothing":1:{s:1:"a";i:1;}'));
foreach (['', 'i:5', 's:9:"abc";', 'a:2:{i:0;i:1;}', 'a:1:{i:0;R:9;}', 'i:1;x', 'O:1:"A":1:{s:1:"n";s:1:"x";}', 'a:99999999:{', 'E:3:"E:Y";'] as $text) {
    try {
        var_dump(unserialize($text));
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump(unserialize('a:1:{i:0;a:1:{i:0;i:1;}}', ['max_depth' => 1]));
try {
    unserialize('i:1;', ['max_depth' => -1]);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
array(3) {
  [0]=>
  NULL
  ["k"]=>
  float(0.5)
  [7]=>
  bool(true)
}
wake
object(A)#%d (4) {
  ["x"]=>
  int(1)
  ["y":protected]=>
  int(2)
  ["z":"A":private]=>
  int(3)
  ["n"]=>
  int(4)
}
object(M)#%d (1) {
  ["v"]=>
  array(1) {
    ["a"]=>
    int(1)
  }
}
enum(E::X)
array(2) {
  [0]=>
  object(stdClass)#%d (0) {
  }
  [1]=>
  object(stdClass)#%d (0) {
  }
}
array(2) {
  [0]=>
  &int(9)
  [1]=>
  &int(9)
}
object(__PHP_Incomplete_Class)#%d (1) {
  ["__PHP_Incomplete_Class_Name"]=>
  string(1) "A"
}
object(__PHP_Incomplete_Class)#%d (2) {
  ["__PHP_Incomplete_Class_Name"]=>
  string(7) "Nothing"
  ["a"]=>
  int(1)
}
bool(false)

Warning: unserialize(): Error at offset 0 of 3 bytes in %s on line 14
bool(false)

Warning: unserialize(): Error at offset 2 of 10 bytes in %s on line 14
bool(false)

Warning: unserialize(): Unexpected end of serialized data in %s on line 14

Warning: unserialize(): Error at offset 13 of 14 bytes in %s on line 14
bool(false)

Warning: unserialize(): Error at offset 13 of 14 bytes in %s on line 14
bool(false)

Warning: unserialize(): Extra data starting at offset 4 of 5 bytes in %s on line 14
int(1)
Cannot assign string to property A::$n of type int

Warning: unserialize(): Error at offset 12 of 12 bytes in %s on line 14
bool(false)

Warning: unserialize(): Undefined constant E::Y in %s on line 14

Warning: unserialize(): Error at offset 10 of 10 bytes in %s on line 14
bool(false)

Warning: unserialize(): Maximum depth of 1 exceeded. The depth limit can be changed using the max_depth unserialize() option or the unserialize_max_depth ini setting in %s on line 19

Warning: unserialize(): Error at offset 14 of 24 bytes in %s on line 19
bool(false)
unserialize(): Option "max_depth" must be greater than or equal to 0
