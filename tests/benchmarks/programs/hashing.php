<?php
// Checksums: PHP's own, and CRC-32, Adler-32 and FNV written in PHP.
function crc_table(): array
{
    $table = [];
    for ($n = 0; $n < 256; $n++) {
        $c = $n;
        for ($k = 0; $k < 8; $k++) {
            $c = $c & 1 ? 0xEDB88320 ^ ($c >> 1) : $c >> 1;
        }
        $table[] = $c;
    }
    return $table;
}

function crc(string $text, array $table): int
{
    $crc = 0xFFFFFFFF;
    for ($i = 0, $n = strlen($text); $i < $n; $i++) {
        $crc = $table[($crc ^ ord($text[$i])) & 0xFF] ^ ($crc >> 8);
    }
    return $crc ^ 0xFFFFFFFF;
}

function adler(string $text): int
{
    $a = 1;
    $b = 0;
    foreach (str_split($text) as $byte) {
        $a = ($a + ord($byte)) % 65521;
        $b = ($b + $a) % 65521;
    }
    return $b << 16 | $a;
}

function fnv(string $text): int
{
    $hash = 0x811C9DC5;
    foreach (unpack('C*', $text) as $byte) {
        $hash = (($hash ^ $byte) * 0x01000193) & 0xFFFFFFFF;
    }
    return $hash;
}

// --- run
$table = crc_table();
$text = '';
for ($i = 0; $i < 4000; $i++) {
    $text .= "block $i of the message; ";
}
echo dechex(crc($text, $table)), ' ', dechex(crc32($text)), ' ', dechex(adler($text)), ' ', hash('adler32', $text), ' ', dechex(fnv($text)), ' ', hash('fnv1a32', $text), "\n";
$chain = 'seed';
for ($i = 0; $i < 50000; $i++) {
    $chain = md5($chain . $i);
}
echo $chain, "\n";
$sum = 0;
for ($i = 0; $i < 50000; $i++) {
    $sum ^= crc32("message $i") + hexdec(substr(sha1("$i"), 0, 6));
}
echo $sum, ' ', base64_encode(hash('sha256', $text, true)), "\n";
