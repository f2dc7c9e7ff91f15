--TEST--
A callback may match other subjects, shorter and longer ones, between the matches of the outer one
--FILE--
<?php
$inner = [];
echo preg_replace_callback('/[a-z]+/', function ($m) use (&$inner) {
    preg_match('/\d+/', 'number ' . strlen($m[0]), $number);
    $inner[] = preg_replace('/./', '-', $m[0]) . $number[0];
    $inner[] = preg_match_all('/x/', str_repeat('yx', 3000));
    return ucfirst($m[0]);
}, 'one two three, four'), "\n";
echo implode(' ', $inner), "\n";
$words = [];
foreach (preg_split('/\s+/', "a b\tc") as $word) {
    foreach (preg_split('//', "$word$word", -1, PREG_SPLIT_NO_EMPTY) as $letter) {
        $words[] = $letter;
    }
}
echo implode($words), "\n";
echo preg_replace_callback('/(?<n>\d)/', fn ($m) => preg_replace_callback('/\d/', fn ($n) => $n[0] + 1, $m['n']), '1 2 9'), "\n";
foreach ([63, 64, 65, 4095, 4096, 4097] as $length) {
    $text = str_repeat('é', intdiv($length, 2)) . str_repeat('z', $length % 2);
    echo $length, ' ', strlen($text), ' ', preg_match_all('/\w/u', $text), ' ', preg_match_all('/z|$/', $text), ' ', md5(preg_replace('/z?$/D', '!', $text)), "\n";
}
--EXPECT--
One Two Three, Four
---3 3000 ---3 3000 -----5 3000 ----4 3000
aabbcc
2 3 10
63 63 32 2 6ee43ccd5e2a075a3cfa78738ee6f34a
64 64 32 1 c397d1b70dac54d765c9c5926f594b0b
65 65 33 2 e18f7ce32839e394e78d705999c24b30
4095 4095 2048 2 50428c04b1b0f719cbbc1ed38ba4a5f0
4096 4096 2048 1 40f7aa184e599b9bb3f0f4764af272c0
4097 4097 2049 2 60b978a7a4348d10beff9a9d7bfdca76
