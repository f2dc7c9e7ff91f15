--TEST--
Objects that hold each other go when cycles are looked for, or at the end
--FILE--
<?php
class N
{
    public $other;
    function __construct(public $name) {}
    function __destruct() { echo "~$this->name, holds ", $this->other->name ?? 'nobody', "\n"; }
}
$a = new N('a');
$b = new N('b');
$a->other = $b;
$b->other = $a;
unset($a, $b);
echo "unset\n";
var_dump(gc_collect_cycles(), gc_collect_cycles());
$s = new stdClass;
$s->self = $s;
$w = WeakReference::create($s);
$m = new WeakMap;
$m[$s] = 1;
unset($s);
var_dump($w->get() === null, count($m));
var_dump(gc_collect_cycles(), $w->get(), count($m));
$c = new N('holds a closure');
$c->other = function () use ($c) {};
unset($c);
$c = new N('bound');
$c->other = (fn() => 1)->bindTo($c);
$c = null;
$array = [new N('in an array')];
$array[] = &$array;
unset($array);
echo "before\n";
gc_collect_cycles();
echo "after\n";
class Saved
{
    public $self;
    static $kept;
    function __destruct() { self::$kept = $this; }
}
$s = new Saved;
$s->self = $s;
$s = null;
gc_collect_cycles();
var_dump(Saved::$kept === Saved::$kept->self);
Saved::$kept = null;
gc_collect_cycles();
function generator() { $own = yield; yield; }
$g = generator();
$g->send($g);
$w = WeakReference::create($g);
unset($g);
var_dump($w->get() === null);
gc_collect_cycles();
var_dump($w->get());
$x = new N('x');
$x->other = $x;
$x = null;
for ($i = 0; $i < 12000; $i++) {
    $p = new stdClass;
    $p->self = $p;
}
$x = new N('y');
$x->other = $x;
unset($x);
echo "end\n";
--EXPECT--
unset
~a, holds b
~b, holds a
int(2)
int(0)
bool(false)
int(1)
int(1)
NULL
int(0)
before
~holds a closure, holds nobody
~bound, holds nobody
~in an array, holds nobody
after
bool(true)
bool(false)
NULL
~x, holds x
end
~y, holds y
