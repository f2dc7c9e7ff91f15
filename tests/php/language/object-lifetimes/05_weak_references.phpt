--TEST--
WeakReference and WeakMap forget an object when it goes
--FILE--
<?php
class A
{
    public $held;
    function __construct(public $name = '') {}
    function __destruct() { echo "~$this->name\n"; }
}
$a = new A('a');
$w = WeakReference::create($a);
var_dump($w->get() === $a, WeakReference::create($a) === $w);
$b = $a;
unset($a);
var_dump($w->get() === $b);
$b = null;
var_dump($w->get());
$a = new A('a again');
var_dump(WeakReference::create($a) === $w, WeakReference::create(new A('nobody'))->get());

$map = new WeakMap;
$map[$a] = 'value of a';
$k = new A('k');
$map[$k] = new A('value of k');
$map[new A('temporary')] = 1;
echo count($map), "\n";
foreach ($map as $key => $value) {
    echo $key->name, ' ', is_object($value) ? $value->name : $value, "\n";
}
unset($key, $value);
$k = null;
echo count($map), "\n";
var_dump(isset($map[$a]), $map[$a]);
$copy = clone $map;
unset($map[$a]);
echo count($map), ' ', count($copy), "\n";
$a = null;
echo count($copy), "\n";

$n = new A('n');
$map[$n] = 1;
$number = spl_object_id($n);
$n = null;
$next = new A('next');
var_dump(spl_object_id($next) === $number, isset($map[$next]));
$next = null;

class Looking
{
    public $weak;
    public $inner;
    function __destruct() { echo get_class($this->weak->get()), " still there\n"; }
}
$l = new Looking;
$l->weak = WeakReference::create($l);
$l = null;
class Inner
{
    public $weak;
    function __destruct() { var_dump($this->weak->get()); }
}
$o = new stdClass;
$o->inner = new Inner;
$o->inner->weak = WeakReference::create($o);
$o = null;

echo "done\n";
--EXPECT--
bool(true)
bool(true)
bool(true)
~a
NULL
~nobody
bool(false)
NULL
~temporary
2
a again value of a
k value of k
~k
~value of k
1
bool(true)
string(10) "value of a"
0 1
~a again
0
~n
bool(true)
bool(false)
~next
Looking still there
NULL
done
