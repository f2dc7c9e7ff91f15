<?php
// json_encode and json_decode of nested documents.
// --- run
$orders = [];
for ($i = 0; $i < 1500; $i++) {
    $lines = [];
    for ($j = 0; $j < 1 + $i % 6; $j++) {
        $lines[] = ['sku' => "SKU-$i-$j", 'quantity' => $j + 1, 'price' => ($i + $j) * 1.25, 'tags' => ['a', "t\"$j", null], 'gift' => $j % 2 === 0];
    }
    $orders[] = ['id' => $i, 'customer' => ['name' => "Zoë $i", 'email' => "c$i@example.org"], 'lines' => $lines, 'note' => $i % 3 ? null : "line\nbreak \u{1F600} / slash"];
}
$text = json_encode($orders);
echo strlen($text), ' ', md5($text), "\n";
$total = 0.0;
for ($round = 0; $round < 4; $round++) {
    foreach (json_decode($text, true) as $order) {
        foreach ($order['lines'] as $line) {
            $total += $line['quantity'] * $line['price'];
        }
    }
}
printf("%.2f\n", $total);
$objects = json_decode($text);
echo $objects[9]->customer->name, ' ', count($objects[5]->lines), ' ', $objects[3]->note, "\n";
$pretty = json_encode($objects, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
echo strlen($pretty), ' ', md5($pretty), "\n";
var_dump(json_decode('{"a": [1, 2'), json_last_error_msg());
