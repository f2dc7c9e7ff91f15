<?php
// Floating point in a tight loop.
function escape_time(float $cr, float $ci, int $limit): int
{
    $zr = 0.0;
    $zi = 0.0;
    for ($n = 0; $n < $limit; $n++) {
        $zr2 = $zr * $zr;
        $zi2 = $zi * $zi;
        if ($zr2 + $zi2 > 4.0) {
            break;
        }
        $zi = 2.0 * $zr * $zi + $ci;
        $zr = $zr2 - $zi2 + $cr;
    }
    return $n;
}

// --- run
$shades = ' .:-=+*#%@';
$width = 120;
$height = 60;
$total = 0;
for ($row = 0; $row < $height; $row++) {
    $line = '';
    for ($column = 0; $column < $width; $column++) {
        $n = escape_time($column / $width * 3.0 - 2.2, $row / $height * 2.4 - 1.2, 900);
        $total += $n;
        $line .= $shades[$n % 10];
    }
    echo rtrim($line), "\n";
}
echo $total, "\n";
