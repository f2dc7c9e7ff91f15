<?php
// sprintf() and its family, number_format(), conversions.
// --- run
$out = '';
for ($i = 0; $i < 6000; $i++) {
    $out .= sprintf("%05d|%-10s|%'*10s|%+d|%x|%08.3f|%e|%c|%%|%2\$s", $i, "n$i", $i * 3, -$i, $i, $i / 7, $i * 1.5, 65 + $i % 26);
    $out .= vsprintf('%2$s-%1$04d ', [$i, dechex($i)]) . number_format($i * 1234.567, 2) . number_format($i, 0, ',', '.');
    $out .= round($i / 3, 2) . intdiv($i, 7) . base_convert((string) $i, 10, 36) . floor($i / 2) . var_export($i / 8, true);
    if ($i % 500 === 499) {
        $out = md5($out);
    }
}
echo $out, "\n";
