<?php
// Functions on strings, called in a loop over short texts. Of strcmp() only the sign counts: PHP's JIT returns another
// number than its interpreter.
// --- run
$words = [];
for ($i = 0; $i < 3000; $i++) {
    $words[] = " word-$i/" . str_repeat(chr(97 + $i % 26), $i % 9) . ' ';
}
$sum = 0;
$text = '';
foreach ($words as $i => $word) {
    $trimmed = trim($word);
    $parts = explode('-', $trimmed);
    $upper = ucfirst(strtolower($parts[1] ?? ''));
    $sum += strpos($trimmed, '/') + strlen($upper) + substr_count($trimmed, 'a') + (strcmp($trimmed, $upper) <=> 0);
    $text .= str_pad(substr($trimmed, 2, 6), 8, '.') . strrev($upper) . str_replace(['-', '/'], ['_', '|'], $trimmed);
    $text .= implode(',', str_split($upper, 3)) . ucwords("ab cd$i") . wordwrap($trimmed, 5, "\n", true) . nl2br("a\nb");
    $sum += levenshtein($upper, 'kitten') + similar_text($trimmed, 'sitting') + ord($trimmed[-1]) + crc32($trimmed);
}
echo strlen($text), ' ', md5($text), ' ', $sum, "\n";
