<?php
// Integer-keyed arrays that are not lists: Collatz lengths, coin change, knapsack.
function collatz(int $n, array &$known): int
{
    $path = [];
    while (!isset($known[$n])) {
        $path[] = $n;
        $n = $n % 2 === 0 ? $n >> 1 : 3 * $n + 1;
    }
    $length = $known[$n];
    for ($i = count($path) - 1; $i >= 0; $i--) {
        $known[$path[$i]] = ++$length;
    }
    return $length;
}

function coin_ways(int $amount, array $coins): int
{
    $ways = [0 => 1];
    foreach ($coins as $coin) {
        for ($sum = $coin; $sum <= $amount; $sum++) {
            $ways[$sum] = ($ways[$sum] ?? 0) + ($ways[$sum - $coin] ?? 0);
        }
    }
    return $ways[$amount];
}

function knapsack(array $items, int $capacity): int
{
    $best = array_fill(0, $capacity + 1, 0);
    foreach ($items as ['weight' => $weight, 'value' => $value]) {
        for ($room = $capacity; $room >= $weight; $room--) {
            $best[$room] = max($best[$room], $best[$room - $weight] + $value);
        }
    }
    return $best[$capacity];
}

// --- run
$known = [1 => 1];
$longest = [0, 0];
for ($n = 1; $n < 80000; $n++) {
    $length = collatz($n, $known);
    if ($length > $longest[1]) {
        $longest = [$n, $length];
    }
}
echo implode(' ', $longest), ' ', count($known), "\n";
echo coin_ways(20000, [1, 2, 5, 10, 20, 50, 100, 200]), "\n";
$items = [];
for ($i = 1; $i <= 150; $i++) {
    $items[] = ['weight' => $i * 7 % 23 + 1, 'value' => $i * 13 % 37 + 1];
}
echo knapsack($items, 1200), "\n";
