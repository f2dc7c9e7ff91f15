<?php
// Small functions called in numeric loops over lists.
function entry(int $i, int $j): float
{
    return 1.0 / ((($i + $j) * ($i + $j + 1) >> 1) + $i + 1);
}

function times(array $v): array
{
    $result = [];
    $size = count($v);
    for ($i = 0; $i < $size; $i++) {
        $sum = 0.0;
        for ($j = 0; $j < $size; $j++) {
            $sum += entry($i, $j) * $v[$j];
        }
        $result[] = $sum;
    }
    return $result;
}

function times_transposed(array $v): array
{
    $result = [];
    $size = count($v);
    for ($i = 0; $i < $size; $i++) {
        $sum = 0.0;
        for ($j = 0; $j < $size; $j++) {
            $sum += entry($j, $i) * $v[$j];
        }
        $result[] = $sum;
    }
    return $result;
}

// --- run
$u = array_fill(0, 200, 1.0);
for ($round = 0; $round < 8; $round++) {
    $v = times_transposed(times($u));
    $u = times_transposed(times($v));
}
$uv = 0.0;
$vv = 0.0;
foreach ($v as $i => $value) {
    $uv += $u[$i] * $value;
    $vv += $value * $value;
}
printf("%.9f\n", sqrt($uv / $vv));
