--TEST--
The end of a script: globals alone with their object from the last to the first, then the rest in the order of numbers
--FILE--
<?php
class A
{
    public $other;
    function __construct(public $name) {}
    function __destruct() { echo "~$this->name\n"; }
}
$first = new A('first');
$second = new A('second');
$shared = $third = new A('shared');
$array = [new A('in an array')];
$holder = new stdClass;
$holder->a = new A('in a property');
$cycle = new A('cycle a');
$cycle->other = new A('cycle b');
$cycle->other->other = $cycle;
$reference = new A('reference');
$other_name = &$reference;
class Keeper { static $kept; }
Keeper::$kept = new A('static property');
function f() { static $s; $s = new A('static variable'); }
f();
$closure = function () use ($first) {};
$second = new A('second again');
function g() { global $by_function; $by_function = new A('made by a function'); }
g();
register_shutdown_function(function () { echo "shutdown function\n"; });
class Late
{
    function __destruct() { echo "late\n"; Keeper::$kept = new A('made at the end'); }
}
Keeper::$kept = [Keeper::$kept, new Late];
echo "end\n";
exit("bye\n");
--EXPECT--
~second
end
bye
shutdown function
~in a property
~second again
~first
~made by a function
~shared
~in an array
~cycle a
~cycle b
~reference
~static property
~static variable
late
~made at the end
