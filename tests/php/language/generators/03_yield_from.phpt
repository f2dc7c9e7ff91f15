--TEST--
Delegation keeps keys and gives the inner return value
--FILE--
<?php
function inner() { $x = yield 1; echo "[inner got $x]"; yield 2; return 'inner result'; }
function outer() {
    yield 0; $r = yield from inner(); echo "[$r]"; yield 3; yield from ['a' => 'x', 'b' => 'y'];
    yield from new ArrayIterator([9]); return 'outer result';
}
foreach (outer() as $k => $v) echo "$k=>$v "; echo "\n"; $g = outer(); $g->current(); $g->next();
echo $g->send('sent'), "\n";
echo json_encode(iterator_to_array(outer(), true)), ' ', json_encode(iterator_to_array(outer(), false)), "\n";
function tree($n) { if ($n > 0) { yield from tree($n - 1); yield $n; yield from tree($n - 1); } }
echo implode(iterator_to_array(tree(3), false)), "\n";
function thrower() {
    try { yield from (function () { try { yield 1; } finally { echo '[inner fin]'; } })(); } catch (Exception $e) {
        echo '[outer caught ', $e->getMessage(), ']'; yield 'recovered';
    }
}
$t = thrower(); $t->current(); echo $t->throw(new Exception('E')), "\n";
try { foreach ((function () { yield from 5; })() as $x); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
0=>0 0=>1 [inner got ]1=>2 [inner result]1=>3 a=>x b=>y 0=>9 
[inner got sent]2
[inner got ][inner result]{"0":9,"1":3,"a":"x","b":"y"} [inner got ][inner result][0,1,2,3,"x","y",9]
1213121
[inner fin][outer caught E]recovered
Can use "yield from" only with arrays and Traversables
