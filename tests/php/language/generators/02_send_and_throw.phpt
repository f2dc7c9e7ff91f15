--TEST--
send, throw and return values of yield
--FILE--
<?php
function echoer() {
    $got = null; while (true) {
        $got = yield "got:" . json_encode($got); if ($got === 'stop') return 'stopped';
    }
}
$g = echoer(); echo $g->current(), $g->send('a'), $g->send([1]), "\n"; $g->send('stop');
var_dump($g->valid(), $g->getReturn());
function catcher() {
    while (true) try { $x = yield 'ready'; echo "x=$x "; } catch (Exception $e) {
        echo 'caught ', $e->getMessage(), ' '; yield 'after';
    } finally { echo 'fin '; }
}
$g = catcher(); echo $g->current(), $g->throw(new Exception('in')), $g->send('s'), "\n"; $kept = $g; echo "\n";
$g = (function () { $x = yield from [1, 2]; yield 'x' . json_encode($x); })(); foreach ($g as $v) echo $v;
echo "\n";
try { $f = (function () { yield 1; throw new LogicException('from gen'); })(); foreach ($f as $v) echo $v; } catch (LogicException $e) {
    echo $e->getMessage(), "\n";
} var_dump($f->valid()); $h = (function () { yield 1; })(); foreach ($h as $_); try { foreach ($h as $_); } catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
try { (function () { yield 1; })()->getReturn(); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
function ex() { echo (yield 1) + (yield 2), "\n"; } $g = ex(); $g->current(); $g->send(10); $g->send(5);
--EXPECT--
got:nullgot:"a"got:[1]
bool(false)
string(7) "stopped"
readycaught in afterfin ready

12xnull
1from gen
bool(false)
Cannot traverse an already closed generator
Cannot get return value of a generator that hasn't returned
15
fin 
