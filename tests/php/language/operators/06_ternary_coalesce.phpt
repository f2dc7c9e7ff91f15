--TEST--
?: and ?? in their forms
--FILE--
<?php
echo true ? 'a' : 'b', 0 ?: 'elvis', 5 ?: 'no', null ?? 'nul', "\n";
$u = ['a' => null, 'b' => ['c' => 0]]; $o = new stdClass; $o->n = null;
echo $u['a'] ?? 'A', $u['b']['c'] ?? 'C', $u['b']['x']['y'] ?? 'Y', $o->n ?? 'N', $o->m->k ?? 'M', $none?->x ?? 'S', $und ?? $u['z'] ?? 'chain', "\n";
echo (true ? 'x' : false) ? 'y' : 'z', true ? (false ? 1 : 2) : 3, null ?? false ?: 'mix', "\n";
class A {
    public ?A $next = null;
    public $v = 1;
    function get() { echo 'get '; return $this->next; }
    static $s;
}
$a = new A; echo $a->get()->v ?? 'none', ' ', $a?->next?->get()?->v ?? 'short', ' ', A::$s['k'] ?? 'st', "\n";
var_dump($a->next?->method(print('not evaluated')), isset($a->next?->v), empty($a?->v));
--EXPECT--
aelvis5nul
A0YNMSchain
y2mix
get none short st
NULL
bool(false)
bool(false)
