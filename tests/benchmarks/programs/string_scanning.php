<?php
// Reading a string byte by byte: a tokenizer and a brace matcher.
function tokenize(string $source): array
{
    $tokens = [];
    $length = strlen($source);
    $i = 0;
    while ($i < $length) {
        $c = $source[$i];
        if ($c === ' ' || $c === "\n") {
            $i++;
        } elseif ($c >= '0' && $c <= '9') {
            $start = $i;
            while ($i < $length && $source[$i] >= '0' && $source[$i] <= '9') {
                $i++;
            }
            $tokens[] = ['number', substr($source, $start, $i - $start)];
        } elseif (ctype_alpha($c) || $c === '_') {
            $start = $i;
            while ($i < $length && (ctype_alnum($source[$i]) || $source[$i] === '_')) {
                $i++;
            }
            $tokens[] = ['name', substr($source, $start, $i - $start)];
        } else {
            $tokens[] = ['symbol', $c];
            $i++;
        }
    }
    return $tokens;
}

function deepest(string $source): int
{
    $depth = $deepest = 0;
    for ($i = 0, $n = strlen($source); $i < $n; $i++) {
        switch ($source[$i]) {
            case '(':
            case '{':
                $deepest = max($deepest, ++$depth);
                break;
            case ')':
            case '}':
                $depth--;
                break;
        }
    }
    return $deepest;
}

// --- run
$line = "if (alpha_1 + 42 * (beta - 7)) { call(gamma, 1000, ((delta))); total = total + 3; }\n";
$source = str_repeat($line, 2500);
$counts = [];
foreach (tokenize($source) as [$kind, $text]) {
    $counts[$kind] = ($counts[$kind] ?? 0) + 1;
    $counts["len $kind"] = ($counts["len $kind"] ?? 0) + strlen($text);
}
ksort($counts);
echo json_encode($counts), ' ', deepest($source), "\n";
$vowels = 0;
for ($i = 0; isset($source[$i]); $i++) {
    if (strpos('aeiou', $source[$i]) !== false) {
        $vowels++;
    }
}
echo $vowels, ' ', substr_count($source, 'gamma'), ' ', strrpos($source, 'delta'), "\n";
