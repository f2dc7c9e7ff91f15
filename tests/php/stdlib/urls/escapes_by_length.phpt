--TEST--
urlencode() and rawurlencode() of short and long strings, of few and many characters to escape
--FILE--
<?php
$all = implode(array_map('chr', range(0, 255)));
foreach (['', 'plain-text_1.0', 'a b+c%d~e', 'é/ü?=&', substr($all, 0, 64), $all, str_repeat('a b', 40), str_repeat('100% ~+', 40)] as $text) {
    foreach ([$text, substr($text, 0, 64), substr($text, 0, 65)] as $part) {
        $query = urlencode($part);
        $raw = rawurlencode($part);
        echo strlen($part), ' ', strlen($part) < 20 ? "$query $raw" : md5($query) . ' ' . md5($raw), ' ';
        var_dump(urldecode($query) === $part && rawurldecode($raw) === $part);
    }
}
--EXPECT--
0   bool(true)
0   bool(true)
0   bool(true)
14 plain-text_1.0 plain-text_1.0 bool(true)
14 plain-text_1.0 plain-text_1.0 bool(true)
14 plain-text_1.0 plain-text_1.0 bool(true)
9 a+b%2Bc%25d%7Ee a%20b%2Bc%25d~e bool(true)
9 a+b%2Bc%25d%7Ee a%20b%2Bc%25d~e bool(true)
9 a+b%2Bc%25d%7Ee a%20b%2Bc%25d~e bool(true)
8 %C3%A9%2F%C3%BC%3F%3D%26 %C3%A9%2F%C3%BC%3F%3D%26 bool(true)
8 %C3%A9%2F%C3%BC%3F%3D%26 %C3%A9%2F%C3%BC%3F%3D%26 bool(true)
8 %C3%A9%2F%C3%BC%3F%3D%26 %C3%A9%2F%C3%BC%3F%3D%26 bool(true)
64 4b4537e36742719b16edcc618c88580a 55d43f83a29b88e86e27ee3b3a2f5b85 bool(true)
64 4b4537e36742719b16edcc618c88580a 55d43f83a29b88e86e27ee3b3a2f5b85 bool(true)
64 4b4537e36742719b16edcc618c88580a 55d43f83a29b88e86e27ee3b3a2f5b85 bool(true)
256 0ec68e5819d8d03b2e4cfea88a691d91 596c7c89badf4e426f000a6548e51f1d bool(true)
64 4b4537e36742719b16edcc618c88580a 55d43f83a29b88e86e27ee3b3a2f5b85 bool(true)
65 fefdfee5677d5959a05ec0def4172640 f73b2b72001ed4b826ad27a3e41480a7 bool(true)
120 7655c766a7a1da537c61cfb1537c7f5d 0e01eb5c852c76760801b777e11bc69b bool(true)
64 dbd49f1ddf0e784c49bcb1728d56001a cfce87741aa11d37c067d6d46aa949db bool(true)
65 4c684fb6ecfdcafa3cf2c44431c1d50b f16f534cbead7fc8849c686baf754065 bool(true)
280 6fa802c0f1747c91f9ebbc1c703f1bad c4ab47d760b59d3bb75bb91ad5dbabc5 bool(true)
64 bff630b7740b730ac00be4b30cc54d6c db38cf6010f1dad4630859e458013205 bool(true)
65 868b61e71be983b34676301824c73d14 9ac6e21ccfc9e0ffa4b4e3b5e018f6de bool(true)
