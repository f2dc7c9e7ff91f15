<?php
// Associative arrays with string keys: counting, grouping, inverting.
function words(int $count): array
{
    $syllables = ['ka', 'lo', 'mi', 'ten', 'ru', 'sha', 'vi', 'no', 'per', 'dax'];
    $state = 42;
    $words = [];
    for ($i = 0; $i < $count; $i++) {
        $word = '';
        do {
            $state = ($state * 16807) % 2147483647;
            $word .= $syllables[$state % 10];
        } while ($state % 3 !== 0 && strlen($word) < 9);
        $words[] = $word;
    }
    return $words;
}

// --- run
$words = words(100000);
$counts = [];
foreach ($words as $word) {
    if (isset($counts[$word])) {
        $counts[$word]++;
    } else {
        $counts[$word] = 1;
    }
}
$by_length = [];
foreach ($counts as $word => $count) {
    $by_length[strlen($word)][$word] = $count;
}
ksort($by_length);
foreach ($by_length as $length => $group) {
    arsort($group);
    echo $length, ': ', count($group), ' ', key($group), '=', current($group), "\n";
}
$first = [];
foreach ($words as $position => $word) {
    $first[$word] ??= $position;
}
$pairs = [];
for ($i = 1; $i < count($words); $i++) {
    $pair = $words[$i - 1][0] . $words[$i][0];
    $pairs[$pair] = ($pairs[$pair] ?? 0) + 1;
}
ksort($pairs);
echo count($counts), ' ', array_sum($first), ' ', json_encode(array_slice($pairs, 0, 5)), "\n";
