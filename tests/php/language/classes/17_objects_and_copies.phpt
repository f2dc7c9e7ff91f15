--TEST--
Objects are handles; clone copies one level
--FILE--
<?php
class N {
    public $v;
    public $next;
    function __construct($v, $next = null) { $this->v = $v; $this->next = $next; }
}
function change($o) { $o->v = 'changed'; $o = new N('replaced'); } $n = new N(1); change($n); echo $n->v, "\n";
function rep(&$o) { $o = new N('rep'); } rep($n); echo $n->v, "\n";
$a = new N(1, new N(2)); $b = clone $a; $b->v = 10; $b->next->v = 20; echo $a->v, $a->next->v, "\n"; $arr = [$a];
$copy = $arr; $copy[0]->v = 'shared'; echo $a->v, "\n"; $r = &$a->v; $c = clone $a; $c->v = 'via clone';
echo $a->v, "\n"; $cyc = new N(1); $cyc->next = $cyc; print_r($cyc);
var_dump($cyc == $cyc, spl_object_id($a) === spl_object_id($a));
--EXPECT--
changed
rep
120
shared
via clone
N Object
(
    [v] => 1
    [next] => N Object
 *RECURSION*
)
bool(true)
bool(true)
