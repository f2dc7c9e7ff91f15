--TEST--
unset() of what is deep: nothing is complained of, and properties on the way become null
--FILE--
<?php
$n=[1]; unset($n['a']['b']); unset($n[5]['b'], $n['x']['y']['z']); var_dump($n); function f(){ $m=[]; unset($m['a']['b']); unset($m[1][2][3]); unset($un['x']['y']); $z=null; unset($z['q']['r']); $s="str"; try{unset($s['a']['b']);}catch(Error $e){echo $e->getMessage();} $i=5; try{unset($i['a']['b']);}catch(Error $e){echo $e->getMessage();}  $o=new stdClass; unset($o->a->b); unset($o->a->b->c->d); unset($o->q['x']); unset($o->q['x']['y']); unset($o->r->s['d']); var_dump($o); unset($m['a']->b, $m['q']->r->s); var_dump($m); } f();
--EXPECTF--
array(1) {
  [0]=>
  int(1)
}

Warning: Undefined variable $un in %s32_unset_on_the_way.php on line 2
Cannot unset string offsetsCannot unset offset in a non-array variableobject(stdClass)#1 (3) {
  ["a"]=>
  NULL
  ["q"]=>
  NULL
  ["r"]=>
  NULL
}
array(0) {
}
