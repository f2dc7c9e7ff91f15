<?php
// preg_match, preg_match_all, preg_replace, preg_replace_callback and preg_split.
function slug(string $title): string
{
    return trim(preg_replace('/[^a-z0-9]+/', '-', strtolower($title)), '-');
}

// --- run
$log = '';
for ($i = 0; $i < 14000; $i++) {
    $log .= sprintf("2026-%02d-%02d host%d app[%d]: user=u%d@example.org took %dms status=%d\n", $i % 12 + 1, $i % 28 + 1, $i % 7, $i, $i % 200, $i * 7 % 900, $i % 9 ? 200 : 500);
}
$found = preg_match_all('/user=(\w+)@([\w.]+) took (\d+)ms status=(\d{3})/', $log, $matches);
echo $found, ' ', array_sum($matches[3]), ' ', implode(',', array_keys(array_count_values($matches[4]))), "\n";
$slow = 0;
foreach (explode("\n", $log) as $line) {
    if (preg_match('/^(?<date>[\d-]+) (?<host>\S+) .* took (?<ms>\d+)ms/', $line, $match) && $match['ms'] > 800) {
        $slow += strlen($match['host'] . $match['date']);
    }
}
echo $slow, "\n";
echo md5(preg_replace('/(\d{4})-(\d\d)-(\d\d)/', '$3/$2/$1', $log)), "\n";
echo md5(preg_replace_callback('/\bu(\d+)\b/', fn($m) => 'user' . ($m[1] + 1), $log)), "\n";
echo count(preg_split('/[\s:=@]+/', $log, -1, PREG_SPLIT_NO_EMPTY)), "\n";
$sum = 0;
for ($i = 0; $i < 20000; $i++) {
    $sum += strlen(slug("Title No. $i: What's new, \"really\"?"));
}
echo $sum, "\n";
