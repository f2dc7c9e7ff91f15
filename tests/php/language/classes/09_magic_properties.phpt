--TEST--
__get, __set, __isset, __unset
--FILE--
<?php
class M {
    private $data = ['a' => 1];
    private $hidden = 'h';
    public $real = 'r';
 function __get($n) { echo "get:$n "; return $this->data[$n] ?? null; }
    function __set($n, $v) { echo "set:$n "; $this->data[$n] = $v; }
    function __isset($n) { echo "isset:$n "; return isset($this->data[$n]); }
    function __unset($n) { echo "unset:$n "; unset($this->data[$n]); }
}
$m = new M; echo $m->a, $m->real, $m->hidden ?? 'null', "\n"; $m->b = 2; $m->b += 5; $m->real = 'x';
echo $m->b, "\n"; var_dump(isset($m->b), isset($m->zip), empty($m->a), $m->a ?? 'd', $m->zip ?? 'd');
unset($m->b, $m->real); echo $m->real, "\n";
$m->arr = [1]; $m->arr[] = 2; echo json_encode($m->arr), "\n";
class Rec { function __get($n) { return $this->$n; } } echo @(new Rec)->loop, "rec\n";
class RefGet { private $d = []; function &__get($n) { return $this->d[$n]; } } $r = new RefGet; $r->list[] = 1;
$r->list['k'] = 2; echo json_encode($r->list), "\n";
$p = 'dyn prop'; $o = new stdClass; $o->$p = 1; var_dump(isset($o->{'dyn prop'}));
--EXPECTF--
get:a 1risset:hidden null
set:b get:b set:b get:b 7
isset:b isset:zip isset:a get:a isset:a get:a isset:zip bool(true)
bool(false)
bool(false)
int(1)
string(1) "d"
unset:b get:real 
set:arr get:arr 
Notice: Indirect modification of overloaded property M::$arr has no effect in %s09_magic_properties.php on line 14
get:arr [1]
rec
{"0":1,"k":2}
bool(true)
