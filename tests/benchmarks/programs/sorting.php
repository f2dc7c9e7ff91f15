<?php
// PHP's sorts without callbacks, and two written by hand.
function numbers(int $count, int $seed): array
{
    $list = [];
    for ($i = 0; $i < $count; $i++) {
        $seed = ($seed * 1664525 + 1013904223) & 0xFFFFFFFF;
        $list[] = $seed >> 8;
    }
    return $list;
}

function quicksort(array $list): array
{
    if (count($list) < 2) {
        return $list;
    }
    $pivot = $list[0];
    $low = $high = [];
    for ($i = 1; $i < count($list); $i++) {
        if ($list[$i] < $pivot) {
            $low[] = $list[$i];
        } else {
            $high[] = $list[$i];
        }
    }
    return [...quicksort($low), $pivot, ...quicksort($high)];
}

function shellsort(array &$list): void
{
    $count = count($list);
    for ($gap = intdiv($count, 2); $gap > 0; $gap = intdiv($gap, 2)) {
        for ($i = $gap; $i < $count; $i++) {
            $value = $list[$i];
            for ($j = $i; $j >= $gap && $list[$j - $gap] > $value; $j -= $gap) {
                $list[$j] = $list[$j - $gap];
            }
            $list[$j] = $value;
        }
    }
}

// --- run
$list = numbers(20000, 1);
$sorted = $list;
sort($sorted);
$reverse = $list;
rsort($reverse);
$words = array_map('dechex', $list);
sort($words);
$keyed = array_combine($words, $list);
asort($keyed);
ksort($keyed);
$small = array_slice($list, 0, 12000);
shellsort($small);
$quick = quicksort($list);
echo $sorted[0], ' ', $reverse[0], ' ', $words[100], ' ', array_key_first($keyed), ' ', $small[300], "\n";
var_dump($quick === $sorted, array_reverse($sorted) === $reverse);
