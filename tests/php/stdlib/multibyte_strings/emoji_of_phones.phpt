--TEST--
Emoji of Japanese mobile phones, in Shift JIS, UTF-8 and ISO-2022-JP
--FILE--
<?php
mb_substitute_character(0x3f);
function points($text) { return implode(' ', array_map(fn ($c) => sprintf('%X', mb_ord($c, 'UTF-8')), mb_str_split($text, 1, 'UTF-8'))); }
$shifted = ['SJIS-Mobile#DOCOMO', 'SJIS-Mobile#KDDI', 'SJIS-Mobile#SOFTBANK'];
$utf8 = ['UTF-8-Mobile#DOCOMO', 'UTF-8-Mobile#KDDI-A', 'UTF-8-Mobile#KDDI-B', 'UTF-8-Mobile#SOFTBANK'];
$jis = 'ISO-2022-JP-MOBILE#KDDI';
foreach ($shifted as $name) {
    foreach (range(0xf3, 0xfb) as $lead) {
        $all = '';
        for ($trail = 0x40; $trail < 0xfd; $trail++) {
            $all .= points(mb_convert_encoding(chr($lead) . chr($trail), 'UTF-8', $name)) . ',';
        }
        echo $name, ' ', dechex($lead), ' ', substr($all, 0, 24), ' ', crc32($all), "\n";
    }
}
foreach ($utf8 as $name) {
    $all = '';
    for ($c = 0xe000; $c < 0xf200; $c++) {
        $all .= mb_convert_encoding(mb_chr($c, 'UTF-8'), 'UTF-8', $name);
    }
    echo $name, ' ', mb_strlen($all, 'UTF-8'), ' ', crc32($all), "\n";
}
foreach ([...$shifted, ...$utf8, $jis] as $name) {
    foreach ([[0x2000, 0x2100], [0x2600, 0x2700], [0x3200, 0x3300], [0x1f180, 0x1f200], [0x1f300, 0x1f360], [0xfee10, 0xfee50]] as [$first, $end]) {
        $all = '';
        for ($c = $first; $c < $end; $c++) {
            $all .= mb_convert_encoding(mb_chr($c, 'UTF-8'), $name, 'UTF-8') . ',';
        }
        echo $name, ' ', dechex($first), ' ', crc32($all), "\n";
    }
    foreach (['#️⃣', "#\u{20e3}", "1\u{20e3}2", "\u{1f1ea}\u{1f1f8}", "\u{1f1ea}", "\u{1f1ef}\u{1f1f5}\u{1f1ef}", "a\u{2600}b", "\u{e63e}", "\u{f340}"] as $text) {
        echo bin2hex(mb_convert_encoding($text, $name, 'UTF-8')), ' ';
    }
    echo "\n";
}
foreach (["\x75\x21", "\x76\x7e", "\x78\x7e", "\x79\x21", "\x2d\x21", "\x21\x41", "\x6f\x21"] as $code) {
    echo points(mb_convert_encoding("\x1b\$B$code\x1b(B", 'UTF-8', $jis)), "\n";
}
echo mb_strlen("\xf8\x9f\xf8\xa0", $shifted[0]), mb_substr_count("\xf8\x9fa\xf8\x9f", "\xf8\x9f", $shifted[0]), mb_strtoupper("a\xf8\x9f", $shifted[0]) === "A\xf8\x9f" ? 'kept' : 'lost', "\n";
--EXPECT--
SJIS-Mobile#DOCOMO f3 E234,E235,E236,E237,E238 1865921045
SJIS-Mobile#DOCOMO f4 E2F0,E2F1,E2F2,E2F3,E2F4 1556359741
SJIS-Mobile#DOCOMO f5 E3AC,E3AD,E3AE,E3AF,E3B0 930240149
SJIS-Mobile#DOCOMO f6 E468,E469,E46A,E46B,E46C 1758712737
SJIS-Mobile#DOCOMO f7 E524,E525,E526,E527,E528 2081217672
SJIS-Mobile#DOCOMO f8 E5E0,E5E1,E5E2,E5E3,E5E4 1939891796
SJIS-Mobile#DOCOMO f9 1F311,1F314,1F313,1F319, 1517176349
SJIS-Mobile#DOCOMO fa 2170,2171,2172,2173,2174 3683801938
SJIS-Mobile#DOCOMO fb 6D96,6DAC,6DCF,6DF8,6DF2 654333227
SJIS-Mobile#KDDI f3 1F342,1F4BC,26F2,26FA,1F 4186551075
SJIS-Mobile#KDDI f4 1F357,1F38B,1F379,1F432, 37358423
SJIS-Mobile#KDDI f5 E3AC,E3AD,E3AE,E3AF,E3B0 930240149
SJIS-Mobile#KDDI f6 1F320,1F300,1F6A5,1F3C3, 4037204304
SJIS-Mobile#KDDI f7 33 20E3,34 20E3,35 20E3, 2733270491
SJIS-Mobile#KDDI f8 E5E0,E5E1,E5E2,E5E3,E5E4 3697912087
SJIS-Mobile#KDDI f9 E69C,E69D,E69E,E69F,E6A0 310332974
SJIS-Mobile#KDDI fa 2170,2171,2172,2173,2174 3683801938
SJIS-Mobile#KDDI fb 6D96,6DAC,6DCF,6DF8,6DF2 654333227
SJIS-Mobile#SOFTBANK f3 E234,E235,E236,E237,E238 1865921045
SJIS-Mobile#SOFTBANK f4 E2F0,E2F1,E2F2,E2F3,E2F4 1556359741
SJIS-Mobile#SOFTBANK f5 E3AC,E3AD,E3AE,E3AF,E3B0 930240149
SJIS-Mobile#SOFTBANK f6 E468,E469,E46A,E46B,E46C 1758712737
SJIS-Mobile#SOFTBANK f7 E524,1F4EB,1F4EE,1F4E9,1 113929095
SJIS-Mobile#SOFTBANK f8 E5E0,E5E1,E5E2,E5E3,E5E4 3697912087
SJIS-Mobile#SOFTBANK f9 E69C,1F466,1F467,1F48B,1 1525337357
SJIS-Mobile#SOFTBANK fa 2170,2171,2172,2173,2174 3683801938
SJIS-Mobile#SOFTBANK fb 6D96,1F625,1F60F,1F614,1 1037353783
UTF-8-Mobile#DOCOMO 4619 2103938194
UTF-8-Mobile#KDDI-A 4629 377835253
UTF-8-Mobile#KDDI-B 4629 344720376
UTF-8-Mobile#SOFTBANK 4629 2077911251
SJIS-Mobile#DOCOMO 2000 1817198768
SJIS-Mobile#DOCOMO 2600 4021323040
SJIS-Mobile#DOCOMO 3200 3735894739
SJIS-Mobile#DOCOMO 1f180 775931267
SJIS-Mobile#DOCOMO 1f300 2197387849
SJIS-Mobile#DOCOMO fee10 3510239470
233f3f f985 f98732 3f3f 3f 3f3f3f 61f89f62 f89f 3f 
SJIS-Mobile#KDDI 2000 2999172114
SJIS-Mobile#KDDI 2600 2316689272
SJIS-Mobile#KDDI 3200 1196197959
SJIS-Mobile#KDDI 1f180 2255029345
SJIS-Mobile#KDDI 1f300 329907468
SJIS-Mobile#KDDI fee10 3372704498
233f3f f489 f6fb32 f348 3f f6a53f 61f66062 f89f 3f 
SJIS-Mobile#SOFTBANK 2000 3195266490
SJIS-Mobile#SOFTBANK 2600 2956884600
SJIS-Mobile#SOFTBANK 3200 1356572921
SJIS-Mobile#SOFTBANK 1f180 124470428
SJIS-Mobile#SOFTBANK 1f300 2847977289
SJIS-Mobile#SOFTBANK fee10 863436498
233f3f f7b0 f7bc32 fbb1 3f fbab3f 61f98b62 f89f 3f 
UTF-8-Mobile#DOCOMO 2000 2185231669
UTF-8-Mobile#DOCOMO 2600 1911380544
UTF-8-Mobile#DOCOMO 3200 1604698690
UTF-8-Mobile#DOCOMO 1f180 1748779567
UTF-8-Mobile#DOCOMO 1f300 1308028996
UTF-8-Mobile#DOCOMO fee10 893239929
23efb88fe283a3 ee9ba0 ee9ba232 f09f87aaf09f87b8 f09f87aa f09f87aff09f87b5f09f87af 61ee98be62 ee98be ef8d80 
UTF-8-Mobile#KDDI-A 2000 1078955116
UTF-8-Mobile#KDDI-A 2600 2727632302
UTF-8-Mobile#KDDI-A 3200 3874708180
UTF-8-Mobile#KDDI-A 1f180 3124385302
UTF-8-Mobile#KDDI-A 1f300 2777544389
UTF-8-Mobile#KDDI-A fee10 3492898205
23efb88fe283a3 eeae84 ee94a232 ee9795 3f ee938c3f 61ee928862 ee98be ef8d80 
UTF-8-Mobile#KDDI-B 2000 159556370
UTF-8-Mobile#KDDI-B 2600 3834958218
UTF-8-Mobile#KDDI-B 3200 1580838806
UTF-8-Mobile#KDDI-B 1f180 1069196425
UTF-8-Mobile#KDDI-B 1f300 596546970
UTF-8-Mobile#KDDI-B fee10 407014037
23efb88fe283a3 eeb689 eebfbb32 eeb188 3f eebea53f 61eebda062 ee98be ef8d80 
UTF-8-Mobile#SOFTBANK 2000 2398605822
UTF-8-Mobile#SOFTBANK 2600 137410228
UTF-8-Mobile#SOFTBANK 3200 3686470806
UTF-8-Mobile#SOFTBANK 1f180 1046302716
UTF-8-Mobile#SOFTBANK 1f300 1076805571
UTF-8-Mobile#SOFTBANK fee10 2862002912
23efb88fe283a3 ee8890 ee889c32 ee9491 3f ee948b3f 61ee818a62 ee98be ef8d80 
ISO-2022-JP-MOBILE#KDDI 2000 1967790622
ISO-2022-JP-MOBILE#KDDI 2600 3636577616
ISO-2022-JP-MOBILE#KDDI 3200 580366248
ISO-2022-JP-MOBILE#KDDI 1f180 3289985108
ISO-2022-JP-MOBILE#KDDI 1f300 426121619
ISO-2022-JP-MOBILE#KDDI fee10 2310000567
233f3f 1b244271691b2842 1b2442767d1b284232 1b24426f291b2842 1b24426f291b2842 1b2442762776271b2842 611b244275411b284262 3f 3f 
1F320
32 20E3
1F386
3F
2460
FF5E
9319
22kept
