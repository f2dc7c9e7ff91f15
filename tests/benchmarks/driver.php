<?php
// Runs one benchmark program several times in one process; says on stderr what each run cost.
// usage: php driver.php DECLARATIONS BODY TIMES
[, $declarations, $body, $times] = $argv;

function howdah_cpu_ms(): float
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e3
        + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
}

$costs = [];
$outputs = [];
for ($i = 0; $i < $times; $i++) {
    $before = howdah_cpu_ms();
    if ($i === 0) {
        require $declarations;
        $run = require $body;
    }
    ob_start();
    $run();
    $output = ob_get_clean();
    $costs[] = howdah_cpu_ms() - $before;
    $outputs[$output] = true;
}
echo implode("\n--- another output ---\n", array_keys($outputs));
fwrite(STDERR, json_encode($costs));
