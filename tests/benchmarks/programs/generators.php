<?php
// Generators: pipelines, delegation and values sent in.
function count_up(int $to): Generator
{
    for ($n = 0; $n < $to; $n++) {
        yield $n;
    }
}

function mapped(iterable $values, callable $function): Generator
{
    foreach ($values as $key => $value) {
        yield $key => $function($value);
    }
}

function kept(iterable $values, callable $test): Generator
{
    foreach ($values as $value) {
        if ($test($value)) {
            yield $value;
        }
    }
}

function in_order(?array $tree): Generator
{
    if ($tree !== null) {
        yield from in_order($tree['low']);
        yield $tree['key'];
        yield from in_order($tree['high']);
    }
}

function balanced(int $from, int $to): ?array
{
    if ($from > $to) {
        return null;
    }
    $middle = intdiv($from + $to, 2);
    return ['low' => balanced($from, $middle - 1), 'key' => $middle, 'high' => balanced($middle + 1, $to)];
}

function averager(): Generator
{
    $sum = 0;
    $count = 0;
    $average = 0;
    while (true) {
        $value = yield $average;
        $sum += $value;
        $average = $sum / ++$count;
    }
}

// --- run
$sum = 0;
foreach (kept(mapped(count_up(160000), fn($n) => $n * 3), fn($n) => $n % 2 === 0) as $value) {
    $sum += $value;
}
echo $sum, "\n";
$checksum = 0;
foreach (in_order(balanced(1, 12000)) as $key) {
    $checksum = ($checksum * 31 + $key) % 1000003;
}
echo $checksum, "\n";
$averager = averager();
$averager->current();
for ($i = 0; $i < 120000; $i++) {
    $average = $averager->send($i % 101);
}
printf("%.6f\n", $average);
