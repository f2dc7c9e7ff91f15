<?php
// Permutations of a small list, and how many prefix reversals bring 0 to the front.
function reversals(array $cards): int
{
    $count = 0;
    while (($top = $cards[0]) !== 0) {
        for ($low = 0, $high = $top; $low < $high; $low++, $high--) {
            $card = $cards[$low];
            $cards[$low] = $cards[$high];
            $cards[$high] = $card;
        }
        $count++;
    }
    return $count;
}

function next_permutation(array &$list): bool
{
    $i = count($list) - 2;
    while ($i >= 0 && $list[$i] > $list[$i + 1]) {
        $i--;
    }
    if ($i < 0) {
        return false;
    }
    $j = count($list) - 1;
    while ($list[$j] < $list[$i]) {
        $j--;
    }
    [$list[$i], $list[$j]] = [$list[$j], $list[$i]];
    for ($low = $i + 1, $high = count($list) - 1; $low < $high; $low++, $high--) {
        [$list[$low], $list[$high]] = [$list[$high], $list[$low]];
    }
    return true;
}

// --- run
$cards = [3, 0, 1, 2, 4, 5, 6, 7, 8];
$most = 0;
$checksum = 0;
$index = 0;
do {
    $flips = reversals($cards);
    $most = max($most, $flips);
    $checksum += $index++ % 2 ? -$flips : $flips;
} while ($index < 60000 && next_permutation($cards));
echo "$index $most $checksum\n";
