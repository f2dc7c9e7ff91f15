--TEST--
array_walk_recursive() finds an array that holds itself, by whatever way, and no other
--FILE--
<?php
$direct = [1]; $direct[] = &$direct;
$by_another = ['a' => [1, 2]]; $by_another['a'][] = &$by_another;
$shared = [1]; $twice = [&$shared, &$shared, $shared, [&$shared]];
$holder = new stdClass; $holder->list = [1]; $holder->list[] = &$holder->list;
foreach (['direct', 'by_another', 'twice', 'holder'] as $name) {
    $seen = 0;
    try { array_walk_recursive($$name, function (&$value, $key) use (&$seen) { $seen++; }); echo "$name: $seen\n"; } catch (Error $e) { echo "$name: ", $e->getMessage(), " after $seen\n"; }
    try { array_walk_recursive($$name, function ($value, $key) {}); echo "walked\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
--EXPECT--
direct: Recursion detected after 2
Recursion detected
by_another: Recursion detected after 2
Recursion detected
twice: 4
walked
holder: Recursion detected after 1
Recursion detected
