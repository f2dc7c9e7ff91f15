<?php
// Digests and encodings of short texts.
// --- run
$check = '';
for ($i = 0; $i < 4000; $i++) {
    $text = "text number $i";
    $check = hash('sha256', $check . md5($text) . sha1($text) . crc32($text) . hash('xxh3', $text));
    $check .= base64_encode(hex2bin(bin2hex($text))) . rawurlencode($text) . hash_hmac('sha256', $text, 'key');
    $packed = pack('NnCa4', $i, $i % 65536, $i % 256, $text);
    $check .= array_sum(unpack('Na/nb/Cc', $packed));
}
echo $check, "\n";
