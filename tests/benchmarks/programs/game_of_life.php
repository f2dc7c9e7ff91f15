<?php
// A grid as an array of strings' bytes and as a sparse set of keys.
function generation(array $grid): array
{
    $rows = count($grid);
    $columns = count($grid[0]);
    $next = [];
    for ($y = 0; $y < $rows; $y++) {
        $row = [];
        for ($x = 0; $x < $columns; $x++) {
            $neighbours = 0;
            for ($dy = -1; $dy <= 1; $dy++) {
                $line = $grid[($y + $dy + $rows) % $rows];
                for ($dx = -1; $dx <= 1; $dx++) {
                    if ($dx !== 0 || $dy !== 0) {
                        $neighbours += $line[($x + $dx + $columns) % $columns];
                    }
                }
            }
            $row[] = $neighbours === 3 || $neighbours === 2 && $grid[$y][$x] === 1 ? 1 : 0;
        }
        $next[] = $row;
    }
    return $next;
}

function sparse_generation(array $alive): array
{
    $counts = [];
    foreach ($alive as $key => $_) {
        [$x, $y] = explode(',', $key);
        for ($dx = -1; $dx <= 1; $dx++) {
            for ($dy = -1; $dy <= 1; $dy++) {
                $neighbour = ($x + $dx) . ',' . ($y + $dy);
                $counts[$neighbour] = ($counts[$neighbour] ?? 0) + ($dx === 0 && $dy === 0 ? 10 : 1);
            }
        }
    }
    return array_filter($counts, fn($count) => $count === 3 || $count === 12 || $count === 13);
}

// --- run
$grid = [];
for ($y = 0; $y < 32; $y++) {
    for ($x = 0; $x < 32; $x++) {
        $grid[$y][$x] = ($x * $x + 3 * $y + $x * $y) % 7 < 3 ? 1 : 0;
    }
}
for ($i = 0; $i < 60; $i++) {
    $grid = generation($grid);
}
foreach (array_slice($grid, 0, 8) as $row) {
    echo strtr(implode('', $row), '01', '.#'), "\n";
}
$alive = array_flip(['1,0', '2,1', '0,2', '1,2', '2,2', '10,10', '11,10', '12,10', '11,11', '-5,0', '-5,1', '-5,2', '-4,1']);
for ($i = 0; $i < 200; $i++) {
    $alive = sparse_generation($alive);
}
ksort($alive);
echo count($alive), ' ', md5(implode(' ', array_keys($alive))), "\n";
