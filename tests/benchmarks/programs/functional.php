<?php
// array_map, array_filter, array_reduce and friends with small functions.
function compose(callable ...$functions): callable
{
    return fn($value) => array_reduce($functions, fn($result, $function) => $function($result), $value);
}

// --- run
$numbers = range(1, 20000);
$total = 0;
for ($round = 1; $round <= 11; $round++) {
    $squares = array_map(fn($n) => $n * $n + $round, $numbers);
    $odd = array_filter($squares, fn($n) => $n % 2 === 1);
    $total += array_reduce($odd, fn($sum, $n) => $sum + $n % 1000, 0);
    $pairs = array_map(fn($a, $b) => $a - $b, $squares, array_reverse($numbers));
    $total += array_sum(array_slice($pairs, 0, 100));
}
echo $total, "\n";
$pipeline = compose(fn($x) => $x + 1, fn($x) => $x * 2, 'abs', fn($x) => $x % 97);
echo array_sum(array_map($pipeline, $numbers)), "\n";
$words = array_map(fn($n) => 'w' . $n % 50, $numbers);
$groups = [];
array_walk($words, function ($word, $position) use (&$groups) {
    $groups[$word][] = $position;
});
uasort($groups, fn($a, $b) => count($b) <=> count($a) ?: $a[0] <=> $b[0]);
echo array_key_first($groups), ' ', count($groups), ' ', json_encode(array_map('count', array_slice($groups, 0, 3))), "\n";
$keyed = array_filter(array_combine($numbers, $words), fn($word, $n) => $n % 7 === 0 && $word !== 'w0', ARRAY_FILTER_USE_BOTH);
echo count($keyed), ' ', count(array_unique($keyed)), ' ', array_sum(array_map(null, range(1, 100))), "\n";
