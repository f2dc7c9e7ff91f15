<?php
// Closures made and called in loops: counters, currying, memoising, accumulating by reference.
function counter(int $start): array
{
    $n = $start;
    return [
        'up' => function (int $by = 1) use (&$n) { return $n += $by; },
        'get' => fn() => $n,
        'reset' => function () use (&$n, $start) { $n = $start; },
    ];
}

function memoise(callable $function): callable
{
    $known = [];
    return function (int $n) use (&$known, $function) {
        return $known[$n] ??= $function($n);
    };
}

// --- run
$counter = counter(10);
for ($i = 0; $i < 1200000; $i++) {
    $counter['up']($i % 3);
}
echo $counter['up'](0), "\n";
$counter['reset']();
echo $counter['up'](), "\n";
$curry = fn($a) => fn($b) => fn($c) => $a * 100 + $b * 10 + $c;
$sum = 0;
for ($i = 0; $i < 50000; $i++) {
    $sum += $curry($i % 10)($i % 7)($i % 3);
}
echo $sum, "\n";
$digits = memoise(function (int $n): int {
    $sum = 0;
    while ($n > 0) {
        $sum += $n % 10;
        $n = intdiv($n, 10);
    }
    return $sum;
});
$sum = 0;
for ($i = 0; $i < 120000; $i++) {
    $sum += $digits($i % 500 * 37);
}
echo $sum, "\n";
$steps = [];
foreach ([2, 3, 5] as $factor) {
    $steps[] = static fn(int $x): int => ($x * $factor + 1) % 10007;
}
$x = 1;
for ($i = 0; $i < 60000; $i++) {
    foreach ($steps as $step) {
        $x = $step($x);
    }
}
echo $x, "\n";
