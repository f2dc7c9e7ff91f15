--TEST--
yield, keys, return values
--FILE--
<?php
function g() { echo '[start]'; yield 1; echo '[mid]'; yield 2; echo '[end]'; return 'ret'; }
foreach (g() as $k => $v) echo "$k=>$v "; echo "\n"; $g = g(); echo $g->current(), $g->key(), "\n"; $g->next();
echo $g->current(); $g->next(); var_dump($g->valid(), $g->current(), $g->getReturn());
function kv() { yield 'a' => 1; yield 'b' => 2; yield 3; yield 10 => 'x'; yield 'auto'; yield; }
foreach (kv() as $k => $v) echo "$k=>", json_encode($v), ' '; echo "\n";
function count_to($n) { for ($i = 1; $i <= $n; $i++) yield $i; }
echo array_sum(iterator_to_array(count_to(10))), implode(',', [...count_to(3)]), "\n";
$lazy = (function () { echo 'ran '; yield 1; })(); echo 'created '; foreach ($lazy as $x) echo $x; echo "\n";
$gen = (fn() => yield 5)(); echo $gen->current(), get_class($gen), "\n"; function empty_gen() { return; yield; } var_dump(iterator_to_array(empty_gen()));
function nested() { foreach (count_to(2) as $x) foreach (count_to(2) as $y) yield "$x$y"; }
echo implode(' ', iterator_to_array(nested(), false)), "\n";
--EXPECT--
[start]0=>1 [mid]1=>2 [end]
[start]10
[mid]2[end]bool(false)
NULL
string(3) "ret"
a=>1 b=>2 0=>3 10=>"x" 11=>"auto" 12=>null 
551,2,3
created ran 1
5Generator
array(0) {
}
11 12 21 22
