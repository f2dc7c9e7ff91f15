<?php
// Dynamic programming over two strings: edit distance and longest common subsequence.
function distance(string $a, string $b): int
{
    $previous = range(0, strlen($b));
    for ($i = 1; $i <= strlen($a); $i++) {
        $current = [$i];
        for ($j = 1; $j <= strlen($b); $j++) {
            $cost = $a[$i - 1] === $b[$j - 1] ? 0 : 1;
            $current[$j] = min($previous[$j] + 1, $current[$j - 1] + 1, $previous[$j - 1] + $cost);
        }
        $previous = $current;
    }
    return $previous[strlen($b)];
}

function common(string $a, string $b): string
{
    $lengths = array_fill(0, strlen($a) + 1, array_fill(0, strlen($b) + 1, 0));
    for ($i = strlen($a) - 1; $i >= 0; $i--) {
        for ($j = strlen($b) - 1; $j >= 0; $j--) {
            $lengths[$i][$j] = $a[$i] === $b[$j]
                ? $lengths[$i + 1][$j + 1] + 1
                : max($lengths[$i + 1][$j], $lengths[$i][$j + 1]);
        }
    }
    $result = '';
    for ($i = $j = 0; $i < strlen($a) && $j < strlen($b);) {
        if ($a[$i] === $b[$j]) {
            $result .= $a[$i];
            $i++;
            $j++;
        } elseif ($lengths[$i + 1][$j] >= $lengths[$i][$j + 1]) {
            $i++;
        } else {
            $j++;
        }
    }
    return $result;
}

// --- run
$a = str_repeat('the cat sat on the mat and ', 26);
$b = str_repeat('a dog lay under that table ', 26);
echo distance($a, $b), "\n";
$lcs = common($a, $b);
echo strlen($lcs), ' ', substr($lcs, 0, 40), "\n";
$words = ['kitten', 'sitting', 'saturday', 'sunday', 'rosettacode', 'raisethysword', 'gumbo', 'gambol'];
$sum = 0;
foreach ($words as $x) {
    foreach ($words as $y) {
        $sum += distance($x, $y) * 10 + levenshtein($x, $y) + similar_text($x, $y);
    }
}
echo $sum, "\n";
