<?php
// A list of booleans, written by index with a stride.
function primes(int $limit): array
{
    $is_prime = array_fill(0, $limit + 1, true);
    $is_prime[0] = $is_prime[1] = false;
    for ($n = 2; $n * $n <= $limit; $n++) {
        if ($is_prime[$n]) {
            for ($multiple = $n * $n; $multiple <= $limit; $multiple += $n) {
                $is_prime[$multiple] = false;
            }
        }
    }
    $found = [];
    foreach ($is_prime as $n => $yes) {
        if ($yes) {
            $found[] = $n;
        }
    }
    return $found;
}

// --- run
$primes = primes(900000);
echo count($primes), ' ', $primes[1000], ' ', end($primes), "\n";
$widest = 0;
for ($i = 1; $i < count($primes); $i++) {
    if ($primes[$i] - $primes[$i - 1] > $widest) {
        $widest = $primes[$i] - $primes[$i - 1];
    }
}
echo $widest, "\n";
