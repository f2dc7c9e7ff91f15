<?php
// json_encode() and json_decode() of many small documents.
// --- run
$length = 0;
$check = '';
for ($i = 0; $i < 4000; $i++) {
    $text = json_encode(['id' => $i, 'name' => "n\u{e9}$i", 'tags' => ['a', 'b/c', null, true], 'price' => $i / 4, 'sub' => ['x' => [$i, $i + 1]]]);
    $back = json_decode($text, true, 16, JSON_THROW_ON_ERROR);
    $length += strlen($text) + $back['sub']['x'][1] + count($back['tags']);
    $check = md5($check . $text);
}
echo $length, ' ', $check, "\n";
