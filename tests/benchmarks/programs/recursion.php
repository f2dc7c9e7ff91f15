<?php
// Recursive calls with one integer argument.
function pairs(int $months): int
{
    return $months < 2 ? $months : pairs($months - 1) + pairs($months - 2);
}

function hanoi(int $discs, int $from, int $to): int
{
    if ($discs === 0) {
        return 0;
    }
    $spare = 6 - $from - $to;
    return hanoi($discs - 1, $from, $spare) + 1 + hanoi($discs - 1, $spare, $to);
}

// --- run
echo pairs(29), ' ', hanoi(17, 1, 3), "\n";
