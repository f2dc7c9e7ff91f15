--TEST--
Parameters by reference
--FILE--
<?php
function inc(&$x) { $x++; } $n = 1; inc($n); inc($n); echo $n, "\n";
function app(array &$a, $v) { $a[] = $v; } $a = []; app($a, 1); app($a, 2); echo json_encode($a), "\n";
$m = ['k' => ['j' => 1]]; inc($m['k']['j']); inc($m['new']['deep']); echo json_encode($m), "\n";
$o = new stdClass; $o->p = 5; inc($o->p); inc($o->fresh); echo json_encode($o), "\n";
function swap(&$a, &$b) { [$a, $b] = [$b, $a]; } $p = 'x'; $q = 'y'; swap($p, $q); echo $p, $q, "\n";
$same = 1; (function (&$a, &$b) { $a = 5; $b++; })($same, $same); echo $same, "\n";
function def(&$x = 5) { $x++; return $x; } echo def(), def($n), $n, "\n";
try { inc(5 + 1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
3
[1,2]
{"k":{"j":2},"new":{"deep":1}}
{"p":6,"fresh":1}
yx
6
644
inc(): Argument #1 ($x) could not be passed by reference
