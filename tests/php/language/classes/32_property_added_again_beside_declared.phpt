--TEST--
A property that is unset and added again, beside declared ones, is there once
--FILE--
<?php
#[AllowDynamicProperties]
class C { public $b = 1; }
$c = new C; $c->a = 2; unset($c->a); $c->a = 3;
var_dump($c); echo json_encode($c), serialize($c), "\n"; print_r($c);
foreach ($c as $name => $value) { echo "$name=$value\n"; }
$s = new stdClass; $s->x = 1; $s->y = 2; unset($s->x); $s->x = 3; var_dump($s, count((array) $s));
var_dump(match ($undefined) {
    null => 'null',
    default => 'default',
});
--EXPECTF--
object(C)#1 (2) {
  ["b"]=>
  int(1)
  ["a"]=>
  int(3)
}
{"b":1,"a":3}O:1:"C":2:{s:1:"b";i:1;s:1:"a";i:3;}
C Object
(
    [b] => 1
    [a] => 3
)
b=1
a=3
object(stdClass)#2 (2) {
  ["y"]=>
  int(2)
  ["x"]=>
  int(3)
}
int(2)

Warning: Undefined variable $undefined in %s32_property_added_again_beside_declared.php on line 8
string(4) "null"
