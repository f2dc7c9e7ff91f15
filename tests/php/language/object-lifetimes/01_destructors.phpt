--TEST--
A destructor runs the moment the last handle of its object goes
--FILE--
<?php
class A
{
    public static $kept;
    public $next;
    function __construct(public string $name) {}
    function __destruct() { echo "~$this->name "; }
    function self() { return $this; }
    static function take($value) { return $value->name; }
}

new A('statement');
echo "| new as a statement\n";

$x = new A('first');
$x = new A('second');
echo "| assignment\n";
unset($x);
echo "| unset\n";

$x = $y = new A('shared');
$x = null;
echo "| one of two handles, ";
$y = null;
echo "| both\n";

$x = new A('referenced');
$y = &$x;
unset($x);
echo "| one of two references, ";
$y = 1;
echo "| overwritten through the other\n";

function locals() {
    $one = new A('local one');
    $two = new A('local two');
    $three = $one;
    echo "in the function ";
}
locals();
echo "| locals in order\n";

function hands_on($value) { $value = null; echo "in the function "; }
hands_on(new A('argument'));
echo "| an argument overwritten\n";

function &by_reference() { static $kept; $kept = new A('static'); return $kept; }
by_reference();
by_reference();
echo "| a static variable assigned again\n";

(new A('receiver'))->self()->self();
echo "| method calls\n";
echo A::take(new A('passed')), " ";
echo "| passed on\n";
if ((new A('condition'))->self()) {
    echo "in the branch ";
}
echo "| condition\n";
while ((new A('loop condition'))->name === 'no') {
}
echo "| condition of a loop\n";
for ($i = new A('counter'); $i; $i = null) {
    echo "in the loop ";
}
echo "| for\n";
foreach ([new A('element 1'), new A('element 2')] as $value) {
    echo "$value->name ";
}
echo "| foreach, its variable still holds: ";
unset($value);
echo "\n";

$list = [new A('a'), new A('b'), new A('c')];
array_pop($list);
echo "| array_pop ";
unset($list[0]);
echo "| unset of an element ";
$list = [];
echo "| the array\n";
$list = ['k' => [new A('nested 1'), new A('nested 2')]];
$copy = $list;
$copy['k'][0] = null;
echo "a copy changed ";
$list = null;
echo "| the other copy gone ";
$copy = null;
echo "| both\n";

$o = new A('outer');
$o->next = new A('inner');
$o->next->next = new A('innermost');
$o = null;
echo "| objects within objects: outer first\n";
$o = new A('holder');
$o->next = new A('property');
$o->next = null;
echo "| a property assigned ";
$o->next = new A('property 2');
unset($o->next);
echo "| unset\n";
A::$kept = new A('static property');
A::$kept = null;
echo "| a static property\n";

[$p, $q] = [new A('p'), new A('q')];
[$p, $q] = [$q, $p];
$p = null;
echo "| swapped ";
$q = null;
echo "\n";

$f = function () use ($o) { return $o->name; };
$o = null;
echo "a closure holds what it uses ";
$f = null;
echo "\n";
$f = (function () { return $this->name; })->bindTo(new A('bound'));
echo $f(), " ";
$f = null;
echo "| and its \$this\n";
$f = (new A('first class'))->self(...);
echo "a first-class callable too ";
$f = null;
echo "\n";

class Saved
{
    public $name = 'saved';
    function __destruct() { echo "~$this->name "; A::$kept = $this; }
}
new Saved;
echo "| kept by its destructor: ", A::$kept->name, " ";
A::$kept = null;
echo "| destroyed but once\n";

class Failing
{
    function __construct() { throw new Exception('no'); }
    function __destruct() { echo 'never '; }
}
try {
    new Failing;
} catch (Exception) {
    echo "| no destructor where the constructor failed\n";
}
$clone = clone ($original = new A('cloned'));
$original = null;
echo "| ";
$clone = null;
echo "| a clone has a life of its own\n";
unset($GLOBALS['none'], $list);
function in_global() { global $g; $g = new A('global'); unset($g); echo 'unset of a global alias '; }
in_global();
unset($g);
echo "| unset of the global\n";
eval('new A("eval"); $e = new A("eval variable"); $e = 0; echo "| eval\n";');
--EXPECT--
~statement | new as a statement
~first | assignment
~second | unset
| one of two handles, ~shared | both
| one of two references, ~referenced | overwritten through the other
in the function ~local two ~local one | locals in order
~argument in the function | an argument overwritten
~static | a static variable assigned again
~receiver | method calls
~passed passed | passed on
~condition in the branch | condition
~loop condition | condition of a loop
in the loop ~counter | for
element 1 element 2 ~element 1 | foreach, its variable still holds: ~element 2 
~c | array_pop ~a | unset of an element ~b | the array
a copy changed ~nested 1 | the other copy gone ~nested 2 | both
~outer ~inner ~innermost | objects within objects: outer first
~property | a property assigned ~property 2 | unset
~static property | a static property
~q | swapped ~p 
a closure holds what it uses ~holder 
bound ~bound | and its $this
a first-class callable too ~first class 
~saved | kept by its destructor: saved | destroyed but once
| no destructor where the constructor failed
~cloned | ~cloned | a clone has a life of its own
unset of a global alias ~global | unset of the global
~eval ~eval variable | eval
~static
