--TEST--
goto into and out of try, its catch clauses and its finally
--FILE--
<?php
function f($n) {
    $i = 0;
    if ($n === 1) goto in_catch;
    if ($n === 2) goto in_body;
    try {
        echo "try ";
        if ($n === 3) goto in_catch;
        if ($n === 4) goto after;
        if ($n === 5) throw new LogicException("x");
        in_body:
        echo "body ";
        if ($n === 8) { $n = 9; goto second; }
        throw new RuntimeException("y");
    } catch (LogicException $e) {
        echo "logic ";
        in_catch:
        echo "in_catch ";
        if ($n === 6) throw new RuntimeException("z");
        if ($i++ < 2) goto in_catch;
        if ($n === 7) { goto second; }
    } catch (RuntimeException $e) {
        echo "runtime ";
        if ($n === 10) { $n = 5; goto again; }
        second:
        echo "second ";
        if ($n === 9) { $n = 0; goto in_body; }
    } finally {
        echo "finally";
        again_f:
        if ($i > 0 && $i < 5) { $i++; echo "."; goto again_f; }
        echo " ";
    }
    again:
    after:
    echo "after\n";
}
for ($n = 0; $n < 11; $n++) { echo "$n: "; try { f($n); } catch (Exception $e) { echo "out ", $e->getMessage(), "\n"; } }
function g() {
    foreach ([1, 2, 3] as $x) {
        try {
            if ($x == 2) goto c;
            echo "x$x ";
            continue;
        } catch (Exception) {
            c:
            echo "c$x ";
            if ($x == 2) break;
        } finally { echo "f$x "; }
    }
    echo "end\n";
}
g();
function gen() {
    goto b;
    a: yield 1; goto c;
    try { x: yield 3; throw new Exception("q"); } catch (Exception $e) { yield $e->getMessage(); b: yield 0; goto a; c: yield 2; if (!isset($z)) { $z = 1; goto x; } }
}
foreach (gen() as $v) echo $v, " ";
echo "\n";
?>
--EXPECT--
0: try body runtime second finally after
1: in_catch in_catch in_catch finally.. after
2: body runtime second finally after
3: try in_catch in_catch in_catch finally.. after
4: try finally after
5: try logic in_catch in_catch in_catch finally.. after
6: try body runtime second finally after
7: try body runtime second finally after
8: try body second body runtime second finally after
9: try body runtime second body runtime second finally after
10: try body runtime finally after
x1 f1 c2 f2 end
0 1 2 3 q 0 1 2
