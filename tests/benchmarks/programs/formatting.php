<?php
// sprintf, number_format, str_pad and the like.
// --- run
$lines = [];
for ($i = 1; $i <= 20000; $i++) {
    $price = fmod($i * 1.37, 1000) + $i / 7;
    $lines[] = sprintf('%05d|%-12s|%+.2f|%8.3f|%x|%s', $i, 'item' . $i % 97, $price - 100, $price, $i * 31, $i % 3 ? 'yes' : 'no');
}
echo $lines[0], "\n", $lines[19999], "\n", md5(implode("\n", $lines)), "\n";
$table = '';
for ($i = 1; $i <= 20000; $i++) {
    $table .= str_pad((string) $i, 6, ' ', STR_PAD_LEFT) . ' ' . number_format($i * 12345.678, 2) . ' ' . number_format($i * 99.5, 1, ',', '.') . "\n";
}
echo strlen($table), ' ', md5($table), "\n";
$sum = 0;
for ($i = 0; $i < 15000; $i++) {
    $sum += strlen(vsprintf('%s-%04b-%o-%e', [dechex($i), $i, $i, $i * 1.5]));
    $sum += (int) sprintf('%d', round($i / 3, 1));
}
echo $sum, "\n";
