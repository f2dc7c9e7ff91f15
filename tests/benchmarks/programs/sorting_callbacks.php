<?php
// usort and its kin, with closures, arrow functions and named functions.
function by_name(array $a, array $b): int
{
    return strcmp($a['name'], $b['name']);
}

// --- run
$people = [];
$state = 7;
for ($i = 0; $i < 10000; $i++) {
    $state = ($state * 48271) % 2147483647;
    $people[] = ['name' => dechex($state), 'age' => $state % 90, 'score' => $state % 1000 / 10];
}
usort($people, 'by_name');
echo $people[0]['name'], ' ', $people[9999]['name'], "\n";
usort($people, fn($a, $b) => $a['age'] <=> $b['age'] ?: $b['score'] <=> $a['score']);
echo json_encode($people[0]), ' ', json_encode($people[5000]), "\n";
$direction = -1;
uasort($people, function (array $a, array $b) use ($direction): int {
    return $direction * ($a['score'] <=> $b['score']);
});
echo array_key_first($people), ' ', array_key_last($people), "\n";
$index = array_flip(array_column($people, 'name'));
uksort($index, fn(string $a, string $b): int => strlen($a) - strlen($b) ?: strcmp($a, $b));
echo array_key_first($index), ' ', array_key_last($index), "\n";
$numbers = range(1, 10000);
usort($numbers, static fn(int $a, int $b): int => $a % 100 <=> $b % 100);
echo implode(',', array_slice($numbers, 0, 40)), "\n";
