--TEST--
References whose other holders have gone show as values; those that live on show as references
--FILE--
<?php
class A { public $x; function __wakeup() { $this->x = 5; unset($this->x); } }
var_dump(unserialize('a:2:{i:0;O:1:"A":1:{s:1:"x";i:1;}i:1;R:3;}'));
class B { public $x; function __wakeup() { unset($this->x); } }
var_dump(unserialize('a:2:{i:0;O:1:"B":1:{s:1:"x";i:1;}i:1;R:3;}'));
$o = new stdClass; $v = 1; $o->p = &$v; unset($o->p); $a = [&$v]; var_dump($a); 
$o = new stdClass; $v2 = 1; $o->p = &$v2; $a = [&$v2]; unset($o->p, $v2); var_dump($a); 
$o = new stdClass; $v3 = 1; $o->p = &$v3; $a = [&$v3]; unset($v3); $o = null; var_dump($a);
$b=[1]; $b[1]=&$b[0]; unset($b[0]); var_dump($b);
$c=[1]; $d=[&$c[0]]; $d = null; var_dump($c);
$c=[1]; $d=[&$c[0]]; array_pop($d); var_dump($c);
$c=[1]; $d=[&$c[0]]; $d[0]=&$zz; var_dump($c);
function f() { $l = 1; $a = [&$l]; return $a; } var_dump(f());
function g(array &$a) { $q = &$a[0]; } $g=[1]; g($g); var_dump($g);
foreach ($g as &$q) {} var_dump($g); unset($q); var_dump($g);
$h=[1,2]; foreach ($h as $k => &$q) { $q++; } unset($q); var_dump($h);
$fn = function() use (&$h) { return $h[0]; }; $i = [&$h[0]]; unset($h); var_dump($i);
class PP { public $p; public int $t = 1; }
echo "shared:\n";
$v=1; $a=[&$v]; var_dump($a);
function ff() { $v=1; $a=[&$v]; var_dump($a); $o=new PP; $o->p=&$v; var_dump($o); unset($a); unset($v); var_dump($o); }
ff();
$o=new PP; $o->p=&$v; var_dump($o); unset($v,$a); var_dump($o);
$o=new stdClass; $o->p=&$vv; var_dump($o); unset($vv); var_dump($o);
$x = ['a'=>['b'=>1]]; $y=&$x['a']['b']; var_dump($x); unset($y); var_dump($x);
var_dump(unserialize('O:8:"stdClass":2:{s:1:"a";i:1;s:1:"b";R:2;}'));
var_dump(unserialize('O:2:"PP":2:{s:1:"p";i:1;s:1:"t";R:2;}'));
$z=1; function &rr() { static $q = 1; return $q; } $m = [1]; $m[0] = &rr(); var_dump($m);
$cl = function() use (&$z) {}; var_dump([&$z]); 
foreach ([1,2] as $i) { $lst[] = &$it[$i]; } var_dump($lst, $it);
$r1 = &$GLOBALS['gg']; var_dump([&$r1]);
$v2 = 33;
$list = [3, &$v2];
$sorted = $list;
sort($sorted);
$sorted = null;
$v2 = 7;
var_dump($list);
?>
--EXPECT--
array(2) {
  [0]=>
  object(A)#1 (0) {
  }
  [1]=>
  int(5)
}
array(2) {
  [0]=>
  object(B)#1 (0) {
  }
  [1]=>
  int(1)
}
array(1) {
  [0]=>
  &int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(1) {
  [1]=>
  int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(1) {
  [0]=>
  &int(1)
}
array(1) {
  [0]=>
  int(1)
}
array(2) {
  [0]=>
  int(2)
  [1]=>
  int(3)
}
array(1) {
  [0]=>
  &int(2)
}
shared:
array(1) {
  [0]=>
  &int(1)
}
array(1) {
  [0]=>
  &int(1)
}
object(PP)#2 (2) {
  ["p"]=>
  &int(1)
  ["t"]=>
  int(1)
}
object(PP)#2 (2) {
  ["p"]=>
  int(1)
  ["t"]=>
  int(1)
}
object(PP)#2 (2) {
  ["p"]=>
  &int(1)
  ["t"]=>
  int(1)
}
object(PP)#2 (2) {
  ["p"]=>
  int(1)
  ["t"]=>
  int(1)
}
object(stdClass)#3 (1) {
  ["p"]=>
  &NULL
}
object(stdClass)#3 (1) {
  ["p"]=>
  NULL
}
array(1) {
  ["a"]=>
  array(1) {
    ["b"]=>
    &int(1)
  }
}
array(1) {
  ["a"]=>
  array(1) {
    ["b"]=>
    int(1)
  }
}
object(stdClass)#2 (2) {
  ["a"]=>
  &int(1)
  ["b"]=>
  &int(1)
}
object(PP)#2 (2) {
  ["p"]=>
  &int(1)
  ["t"]=>
  &int(1)
}
array(1) {
  [0]=>
  &int(1)
}
array(1) {
  [0]=>
  &int(1)
}
array(2) {
  [0]=>
  &NULL
  [1]=>
  &NULL
}
array(2) {
  [1]=>
  &NULL
  [2]=>
  &NULL
}
array(1) {
  [0]=>
  &NULL
}
array(2) {
  [0]=>
  int(3)
  [1]=>
  &int(7)
}
