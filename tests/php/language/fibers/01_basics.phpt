--TEST--
Fibers suspend and resume anywhere in the call stack
--FILE--
<?php
$f = new Fiber(function (string $a): string {
    $b = Fiber::suspend("$a 1"); echo "[got $b]"; function_deep(); return 'done'; });
function function_deep() { $x = Fiber::suspend('deep'); echo "[deep got $x]"; }
echo $f->start('start'), $f->resume('r1'), "\n"; $f->resume('r2'); var_dump($f->isTerminated(), $f->getReturn());
$g = new Fiber(function () {
    try { Fiber::suspend(); } catch (Exception $e) { echo 'caught ', $e->getMessage(), "\n"; }
}); $g->start(); $g->throw(new Exception('thrown in')); try { $g->resume(); } catch (FiberError $e) {
    echo $e->getMessage(), "\n";
}
try { Fiber::suspend(1); } catch (FiberError $e) { echo $e->getMessage(), "\n"; } $tasks = [];
foreach (['A', 'B'] as $n) $tasks[] = new Fiber(function () use ($n) {
    for ($i = 0; $i < 2; $i++) { echo "$n$i "; Fiber::suspend(); }
}); foreach ($tasks as $t) $t->start();
while (array_filter($tasks, fn($t) => !$t->isTerminated())) foreach ($tasks as $t) if (!$t->isTerminated()) $t->resume();
echo "\n"; var_dump(Fiber::getCurrent());
--EXPECT--
start 1[got r1]deep
[deep got r2]bool(true)
string(4) "done"
caught thrown in
Cannot resume a fiber that is not suspended
Cannot suspend outside of a fiber
A0 B0 A1 B1 
NULL
