--TEST--
&__get in every kind of write
--FILE--
<?php
class A { private $d = []; function &__get($n) { echo "get $n\n"; return $this->d[$n]; } function __set($n, $v) { echo "set $n\n"; $this->d[$n] = $v; } }
$a = new A; $a->x = 1; $a->y[] = 5; $a->y['k']['l'] = 6; $r = &$a->z; $r = 7; $a->x++; $a->x .= 'q'; var_dump($a);
--EXPECT--
set x
get y
get y
get z
get x
set x
get x
set x
object(A)#1 (1) {
  ["d":"A":private]=>
  array(3) {
    ["x"]=>
    string(2) "2q"
    ["y"]=>
    array(2) {
      [0]=>
      int(5)
      ["k"]=>
      array(1) {
        ["l"]=>
        int(6)
      }
    }
    ["z"]=>
    &int(7)
  }
}
