<?php
// Arrays of arrays of floats, read by two indexes.
function matrix(int $size, int $seed): array
{
    $rows = [];
    for ($i = 0; $i < $size; $i++) {
        $row = [];
        for ($j = 0; $j < $size; $j++) {
            $seed = ($seed * 1103 + 12345) % 65536;
            $row[] = $seed / 65536;
        }
        $rows[] = $row;
    }
    return $rows;
}

function multiply(array $a, array $b): array
{
    $size = count($a);
    $product = [];
    for ($i = 0; $i < $size; $i++) {
        for ($j = 0; $j < $size; $j++) {
            $sum = 0.0;
            for ($k = 0; $k < $size; $k++) {
                $sum += $a[$i][$k] * $b[$k][$j];
            }
            $product[$i][$j] = $sum;
        }
    }
    return $product;
}

function transpose(array $m): array
{
    return array_map(null, ...$m);
}

// --- run
$a = matrix(160, 7);
$b = matrix(160, 11);
$c = multiply($a, transpose($b));
$trace = 0.0;
foreach ($c as $i => $row) {
    $trace += $row[$i];
}
printf("%.6f %.6f %.6f\n", $trace, $c[0][159], $c[57][31]);
