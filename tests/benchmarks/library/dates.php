<?php
// Dates: formatted, parsed, moved, compared.
// --- run
date_default_timezone_set('Europe/Paris');
$out = '';
$sum = 0;
$base = new DateTimeImmutable('2024-02-28 12:34:56');
for ($i = 0; $i < 1200; $i++) {
    $moved = $base->modify("+$i days")->setTime($i % 24, $i % 60);
    $out .= $moved->format('Y-m-d\TH:i:sP l W') . date('D, d M Y H:i', 1700000000 + $i * 86399);
    $sum += strtotime("2023-11-05 +$i hours") + mktime(1, 2, 3, $i % 12 + 1, $i % 28 + 1, 2020);
    $sum += $base->diff($moved)->days + (int) checkdate($i % 13, $i % 32, 2023);
    $out .= DateTime::createFromFormat('d/m/Y H:i', sprintf('%02d/%02d/2022 10:%02d', $i % 28 + 1, $i % 12 + 1, $i % 60))->format('U');
    $out .= $moved->add(new DateInterval('P1M2DT3H'))->format('c');
}
echo $sum, ' ', strlen($out), ' ', md5($out), "\n";
