--TEST--
Generators and fibers that go in the middle run their finally blocks and give up what they hold
--FILE--
<?php
class A
{
    function __construct(public $name) {}
    function __destruct() { echo "~$this->name\n"; }
}
function values($name) {
    $local = new A("local of $name");
    try {
        yield 1;
        yield 2;
        echo "not reached\n";
    } finally {
        echo "finally of $name\n";
    }
}
$g = values('g');
$g->current();
$g = null;
echo "a generator assigned\n";
foreach (values('loop') as $value) {
    break;
}
echo "a loop left\n";
values('never started');
echo "not started\n";
$g = values('not started either');
unset($g);
function delegates() {
    try {
        yield from values('inner');
    } finally {
        echo "finally of outer\n";
    }
}
$g = delegates();
$g->next();
unset($g);
echo "yield from\n";
function yields_in_finally() {
    try {
        yield 1;
    } finally {
        yield 2;
    }
}
try {
    $g = yields_in_finally();
    $g->current();
    $g = null;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
function throws_in_finally() {
    try {
        yield 1;
    } finally {
        throw new Exception('from finally');
    }
}
try {
    foreach (throws_in_finally() as $_) {
        break;
    }
    echo "not reached\n";
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
function objects() { for ($i = 0; $i < 3; $i++) { yield new A($i); } }
foreach (objects() as $object) {
    echo "got $object->name\n";
}
unset($object);
foreach (objects() as $object) {
    $object = null;
    echo "given up\n";
}

function run() {
    $local = new A('local of the fiber');
    try {
        Fiber::suspend(new A('suspended with'));
        echo "not reached\n";
    } finally {
        echo "finally of the fiber\n";
    }
}
$fiber = new Fiber('run');
$fiber->start();
echo "suspended\n";
$fiber = null;
echo "a fiber assigned\n";
$fiber = new Fiber(function () { $g = values('within'); $g->current(); Fiber::suspend(); });
$fiber->start();
unset($fiber);
echo "a fiber with a generator\n";
$fiber = new Fiber(function () {
    try {
        Fiber::suspend();
    } finally {
        try {
            Fiber::suspend();
        } catch (FiberError $e) {
            echo $e->getMessage(), "\n";
        }
    }
});
$fiber->start();
$fiber = null;
$fiber = new Fiber(function () { Fiber::suspend(); echo "not reached\n"; });
$fiber->start();
function at_the_end() { try { yield; } finally { echo "finally at the end\n"; } }
$left = at_the_end();
$left->current();
echo "end\n";
--EXPECT--
finally of g
~local of g
a generator assigned
finally of loop
~local of loop
a loop left
not started
finally of inner
~local of inner
finally of outer
yield from
Cannot yield from finally in a force-closed generator
from finally
got 0
~0
got 1
~1
got 2
~2
given up
~0
given up
~1
given up
~2
suspended
~suspended with
finally of the fiber
~local of the fiber
a fiber assigned
finally of within
~local of within
a fiber with a generator
Cannot suspend in a force-closed fiber
end
finally at the end
