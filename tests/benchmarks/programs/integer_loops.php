<?php
// Nested counting loops with modular arithmetic, divisions and bit operations.
function totient_sum(int $limit): int
{
    $sum = 0;
    for ($n = 1; $n <= $limit; $n++) {
        $result = $n;
        $rest = $n;
        for ($p = 2; $p * $p <= $rest; $p++) {
            if ($rest % $p === 0) {
                while ($rest % $p === 0) {
                    $rest = intdiv($rest, $p);
                }
                $result -= intdiv($result, $p);
            }
        }
        if ($rest > 1) {
            $result -= intdiv($result, $rest);
        }
        $sum += $result;
    }
    return $sum;
}

function xorshift(int $seed, int $rounds): int
{
    $x = $seed;
    $i = 0;
    while ($i++ < $rounds) {
        $x ^= ($x << 13) & 0xFFFFFFFF;
        $x ^= $x >> 17;
        $x = ($x ^ ($x << 5)) & 0xFFFFFFFF;
    }
    return $x;
}

// --- run
echo totient_sum(40000), "\n";
echo xorshift(2463534242, 400000), "\n";
$pythagorean = 0;
for ($a = 1; $a < 140; $a++) {
    for ($b = $a; $b < 140; $b++) {
        for ($c = $b; $c < 140; $c++) {
            if ($a * $a + $b * $b == $c * $c) {
                $pythagorean++;
            }
        }
    }
}
echo $pythagorean, "\n";
