<?php
// The everyday string functions: explode, implode, str_replace, substr, trim, ucwords, wordwrap, CSV.
// --- run
$sentence = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore';
$text = '';
for ($i = 0; $i < 150; $i++) {
    $text .= "$sentence $i.\n";
}
$out = 0;
for ($round = 0; $round < 35; $round++) {
    foreach (explode("\n", trim($text)) as $number => $line) {
        $words = explode(' ', $line);
        $title = ucwords(strtolower(implode(' ', array_reverse($words))));
        $title = str_replace(['Ipsum', 'Dolor', ','], ['IPSUM', '', ';'], $title, $replaced);
        $out += strlen($title) + $replaced + strpos($line, 'amet') + strlen(wordwrap($line, 30, "\n", true));
        $out += strcmp(substr($line, 6, 5), 'ipsum') + (int) trim(strrchr($line, ' '), ' .') + substr_count($line, 'e');
        $out += strlen(ucfirst(strrev($line))) + strlen(nl2br($line)) + strlen(addslashes($line)) + (str_starts_with($line, 'Lorem') ? 1 : 0);
    }
}
echo $out, "\n";
$csv = '';
for ($i = 0; $i < 8000; $i++) {
    $csv .= implode(',', [$i, '"name, ' . $i . '"', $i * 1.5, 'plain']) . "\n";
}
$total = 0;
foreach (explode("\n", trim($csv)) as $row) {
    $fields = str_getcsv($row, ',', '"', '\\');
    $total += (int) $fields[0] + strlen($fields[1]) + (float) $fields[2];
}
printf("%.1f\n", $total);
$template = str_repeat('Hello %name%, you are %age% years old and live in %city%. ', 20);
for ($i = 0, $length = 0; $i < 3000; $i++) {
    $length += strlen(str_replace(['%name%', '%age%', '%city%'], ["User$i", (string) $i, 'Town' . $i % 9], $template));
}
echo $length, ' ', similar_text('World', 'Word'), ' ', soundex('Robert'), metaphone('Thompson'), "\n";
