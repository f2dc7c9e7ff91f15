<?php
// Functions on arrays, with callbacks and without.
function shuffle_by(array &$list, int $step): void
{
    $list = array_merge(array_slice($list, $step * 13), array_slice($list, 0, $step * 13));
}
// --- run
$numbers = [];
for ($i = 0; $i < 4000; $i++) {
    $numbers[] = ($i * 7919) % 4001;
}
$total = 0;
for ($round = 0; $round < 5; $round++) {
    $mapped = array_map(fn ($n) => $n * 2 + $round, $numbers);
    $kept = array_filter($mapped, fn ($n) => $n % 3 === 0);
    $total += array_sum($kept) + count(array_unique($mapped)) + max($mapped) - min($mapped);
    $total += array_reduce($mapped, fn ($carry, $n) => ($carry + $n) % 100003, 0);
    $keyed = array_combine($numbers, $mapped);
    $total += count(array_intersect_key($keyed, array_flip(range(0, 500)))) + count(array_diff($numbers, range(0, 100)));
    foreach (array_chunk($numbers, 50) as $chunk) {
        $total += array_sum(array_slice($chunk, 10, 20)) + (in_array(77, $chunk, true) ? 1 : 0);
    }
    $rows = array_map(fn ($n) => ['id' => $n, 'group' => $n % 10], array_slice($numbers, 0, 1000));
    $total += array_sum(array_column($rows, 'group', 'id')) + count(array_count_values(array_column($rows, 'group')));
    $merged = array_merge($numbers, array_reverse($mapped));
    $total += array_search(4000, $merged, true) + count(array_pad(array_fill_keys(range(1, 50), 0), 80, 1));
    sort($numbers);
    shuffle_by($numbers, $round);
}
echo $total, "\n";
