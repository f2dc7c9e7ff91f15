--TEST--
Fibers within fibers, exceptions across them, and what an unfinished one leaves
--FILE--
<?php
$outer = new Fiber(function () {
    $inner = new Fiber(function () {
        echo "inner\n";
        $got = Fiber::suspend('from inner');
        throw new Exception("inner got $got");
    });
    echo $inner->start(), "\n";
    $given = Fiber::suspend('from outer');
    try { $inner->resume($given); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
    return $inner->isTerminated();
});
echo $outer->start(), "\n";
$outer->resume('x');
var_dump($outer->getReturn());
function depth($n) { if ($n) { depth($n - 1); } else { Fiber::suspend(); throw new Exception('deep'); } }
$f = new Fiber('depth');
$f->start(2);
try { $f->resume(); } catch (Exception $e) { echo preg_replace('~/.*php~', 'FILE', $e->getTraceAsString()), "\n"; }
$kept = new Fiber(function () { try { Fiber::suspend(); } finally { echo "finally\n"; } });
$kept->start();
try { Fiber::suspend(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
try { (new Fiber(fn() => 1))->getReturn(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
echo "end\n";
--EXPECT--
inner
from inner
from outer
inner got x
bool(true)
#0 FILE(16): depth(0)
#1 FILE(16): depth(1)
#2 [internal function]: depth(2)
#3 FILE(19): Fiber->resume()
#4 {main}
Cannot suspend outside of a fiber
Cannot get fiber return value: The fiber has not been started
end
finally
