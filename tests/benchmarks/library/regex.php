<?php
// preg_* in loops over lines of a log.
// --- run
$lines = [];
for ($i = 0; $i < 2500; $i++) {
    $lines[] = sprintf('10.0.%d.%d - user%d [%02d/Jan/2024] "GET /page/%d?x=%d HTTP/1.1" %d %d', $i % 7, $i % 251, $i % 40, 1 + $i % 28, $i, $i * 3, 200 + $i % 5, $i * 17);
}
$hits = 0;
$out = '';
foreach ($lines as $line) {
    if (preg_match('~^(?<ip>[\d.]+) - (\w+) \[(\d+)/(\w+)/(\d+)\] "(\w+) (/[^ ?]*)(?:\?(\S*))? HTTP/[\d.]+" (\d{3}) (\d+)$~', $line, $m)) {
        $hits += (int) $m[10];
        $out .= $m['ip'] . $m[7];
    }
    $out .= preg_replace('/\d+/', '#', $line);
    $out .= preg_replace_callback('/user(\d+)/', fn ($m) => 'u' . ($m[1] * 2), $line);
    $hits += count(preg_split('/[\s"]+/', $line)) + preg_match_all('/[aeiou]/i', $line);
}
echo $hits, ' ', strlen($out), ' ', md5($out), "\n";
