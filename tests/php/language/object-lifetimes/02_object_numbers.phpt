--TEST--
The number of an object is free for the next one: last freed, first used
--FILE--
<?php
class A
{
    public $x;
    function __construct($x = null) { $this->x = $x; }
    function self() { return $this; }
}
function number($where) { echo $where, ': ', spl_object_id(new stdClass), "\n"; }

number('nothing lives');
number('nothing lives');
$a = new A;
$b = new A;
$c = new A;
number('three live');
unset($a, $c);
var_dump(new stdClass, new stdClass);
number('the third, freed last');
$c = new A(new A);
number('an object and one within');
$c = null;
number('what was within is freed first');
unset($b);
number('b was freed last');

function local() { $one = new A; $two = new A; }
local();
number('locals are freed in order');
function fails() { $local = new A; throw new Exception; }
try {
    fails();
} catch (Exception $e) {
    echo spl_object_id($e), "\n";
}
number('locals of what an exception left');
unset($e);
number('the exception');

$closure = fn() => 1;
number('a closure has a number');
$closure = null;
number('no more');
(new A)->self()->self();
number('method calls');
$s = 'a' . (new A('b'))->x;
number('properties');
$x = array_map(fn($one) => $one->x, [new A(1), new A(2)]);
number('array_map');
usort($x, fn($a, $b) => $b <=> $a);
number('usort');

function generate() { yield new A; yield new A; }
$g = generate();
foreach ($g as $value) {
    number('the loop itself has a number');
    break;
}
number('the loop is over');
unset($g);
number('the generator is gone');
unset($value);
foreach (new ArrayIterator([1]) as $value) {
    number('any Traversable');
}
foreach (new ArrayObject([1]) as $value) {
    number('IteratorAggregate: its iterator too');
}
foreach (new A(1) as $value) {
    number('but not properties');
}
number('after loops');
$m = match (true) { (new A(1))->x == 1 => 1 };
number('match');
switch (new A) {
    default:
        number('switch');
}
number('after the switch');
enum Suit { case Hearts; case Spades; }
var_dump(spl_object_id(Suit::Hearts));
number('a case lives on');
var_dump(spl_object_id(Suit::Spades), spl_object_id(Suit::Hearts));
$r = (new ReflectionClass('A'))->newInstance();
echo spl_object_id($r), "\n";
$r = null;
number('end');
echo substr(spl_object_hash(new A), 0, 16), "\n";
--EXPECT--
nothing lives: 1
nothing lives: 1
three live: 4
object(stdClass)#3 (0) {
}
object(stdClass)#1 (0) {
}
the third, freed last: 1
an object and one within: 4
what was within is freed first: 1
b was freed last: 2
locals are freed in order: 1
2
locals of what an exception left: 1
the exception: 2
a closure has a number: 1
no more: 2
method calls: 2
properties: 2
array_map: 3
usort: 3
the loop itself has a number: 4
the loop is over: 1
the generator is gone: 3
any Traversable: 1
IteratorAggregate: its iterator too: 4
but not properties: 2
after loops: 1
match: 1
switch: 2
after the switch: 1
int(1)
a case lives on: 2
int(2)
int(1)
4
end: 4
0000000000000004
