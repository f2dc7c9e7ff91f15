<?php
// Appending to strings, byte by byte and piece by piece.
function caesar(string $text, int $shift): string
{
    $out = '';
    $length = strlen($text);
    for ($i = 0; $i < $length; $i++) {
        $code = ord($text[$i]);
        if ($code >= 97 && $code <= 122) {
            $code = 97 + ($code - 97 + $shift) % 26;
        }
        $out .= chr($code);
    }
    return $out;
}

function roman(int $n): string
{
    static $table = ['M' => 1000, 'CM' => 900, 'D' => 500, 'CD' => 400, 'C' => 100, 'XC' => 90, 'L' => 50, 'XL' => 40,
        'X' => 10, 'IX' => 9, 'V' => 5, 'IV' => 4, 'I' => 1];
    $out = '';
    foreach ($table as $numeral => $value) {
        while ($n >= $value) {
            $out .= $numeral;
            $n -= $value;
        }
    }
    return $out;
}

// --- run
$text = str_repeat('the quick brown fox jumps over the lazy dog. ', 600);
$coded = $text;
for ($round = 1; $round <= 13; $round++) {
    $coded = caesar($coded, $round * 2);
}
echo md5($coded), ' ', substr($coded, 0, 44), "\n";
$list = '';
for ($n = 1; $n <= 20000; $n++) {
    $list .= roman($n) . ($n % 10 === 0 ? "\n" : ' ');
}
echo strlen($list), ' ', md5($list), "\n";
$rows = [];
for ($i = 0; $i < 40000; $i++) {
    $rows[] = "row $i: {$i}x" . ($i * $i) . ';';
}
echo md5(implode("\n", $rows)), "\n";
