--TEST--
Rare corners of East Asian encodings: private rows, stray escapes, empty rows, surrogates, low bytes
--FILE--
<?php
function hex(string $text, string $to, string $from): string { return bin2hex(@mb_convert_encoding($text, $to, $from)); }
echo "private rows\n";
foreach (['CP50220', 'CP50221', 'CP50222', 'ISO-2022-JP-MS', 'JIS', 'ISO-2022-JP'] as $name) {
    foreach ([0xE000, 0xE05E, 0xE757, 0xE758] as $point) {
        $code = mb_convert_encoding(mb_chr($point), $name, 'UTF-8');
        echo $name, ' ', bin2hex($code), ' ', hex($code, 'UTF-16BE', $name), "\n";
    }
}
echo "read as JIS, written as Microsoft's\n";
foreach (["\x21\x40", "\x21\x41", "\x21\x42", "\x21\x5D", "\x21\x71", "\x22\x4C", "\x2D\x35", "\x7C\x21"] as $code) {
    foreach (['CP50221', 'ISO-2022-JP-MS', 'JIS'] as $name) echo hex("\e\$B$code\e(B", 'UTF-16BE', $name), ' ';
    echo "\n";
}
echo "stray escapes\n";
foreach (["\eA", "\e\$", "\e\$(", "\e\$(D!!", "\e\$(QA", "\e(H~", "\e(J\\~", "\e(I1", "\e\$@0!", "\eA1", "\e\$A1", "\e(Z1", "\e\$(Z12", "\e"] as $text) {
    foreach (['JIS', 'CP50221', 'ISO-2022-JP-MS', 'ISO-2022-JP-2004', 'ISO-2022-KR'] as $name) echo hex($text, 'UTF-16BE', $name), ' ';
    echo "\n";
}
echo "half-width kana\n";
foreach (["\u{FF9E}", "\u{FF9C}\u{FF9E}\u{FF9E}", "\u{FF76}\u{FF9E}a\u{FF8A}\u{FF9F}", "\u{FF73}\u{FF9E}"] as $text) echo hex($text, 'CP50220', 'UTF-8'), "\n";
echo "rows without characters\n";
foreach (['BIG-5' => ["\xC8\x41a", "\xC8\x20a", "\xC9\xFFa", "\xC8"], 'UHC' => ["\xC9\x41a", "\xC9\xFFa", "\xC9\x20", "\xFE\x41a"]] as $name => $texts) {
    foreach ($texts as $text) echo hex($text, 'UTF-8', $name), ' ';
    echo "\n";
}
echo "ISO-2022-KR, HZ, 2004\n";
foreach (["\u{AC00}", "\u{2123}", "\u{8080}", "\u{8081}", "\u{E9}", "a\u{AC02}b"] as $text) echo hex($text, 'ISO-2022-KR', 'UTF-8'), ' ', hex($text, 'HZ', 'UTF-8'), "\n";
echo hex("\u{2016}\u{4E00}", 'HZ', 'UTF-8'), ' ', hex("\u{A5}\u{203E}", 'ISO-2022-JP-2004', 'UTF-8'), "\n";
echo "surrogates\n";
mb_substitute_character('entity');
foreach (['UTF-8', 'UTF-16', 'UTF-32', 'UCS-2', 'UCS-4', 'UTF-7', 'GB18030', 'UTF-8-Mobile#DOCOMO', 'ISO-8859-1'] as $name) {
    echo $name, ' ', hex("\xD8\x7B\0a", $name, 'UCS-2BE'), ' ', hex("\0\0\xDC\x01", $name, 'UCS-4BE'), ' ', hex("\xD8\x7B\0a", $name, 'UTF-16BE'), "\n";
}
mb_substitute_character(63);
echo "low bytes\n";
foreach (['BASE64', 'Quoted-Printable', 'UUENCODE'] as $name) {
    $text = @mb_convert_encoding("\xFF\xE4=\xB5", $name, '8bit');
    echo bin2hex(@mb_strtoupper($text, $name)), "\n";
}
echo bin2hex(@mb_scrub("\xC9WVt\x06", 'BASE64')), "\n";
echo "names\n";
foreach ([fn () => mb_strlen('a', "no\0pe"), fn () => mb_language("no\0pe"), fn () => mb_convert_kana('a', "a\0"), fn () => mb_convert_encoding('a', 'UTF-8', ['x', []]), fn () => mb_regex_encoding("no\0pe"), fn () => mb_detect_encoding('a', ["b\0c"])] as $call) {
    try { $call(); } catch (ValueError $error) { echo $error->getMessage(), "\n"; }
}
echo "expressions\n";
set_error_handler(function ($level, $message) { echo "$message\n"; return true; });
var_dump(mb_ereg('A(B|C+)+D|AC+X', 'ACCCCCCCCCCCCCCCCCCCX'), mb_ereg('a[]b', 'a'), mb_ereg('a[^]b', 'a'), mb_ereg('[a', 'a'));
--EXPECT--
private rows
CP50220 1b24427f211b2842 e000
CP50220 1b244280211b2842 e05e
CP50220 1b2442927e1b2842 e757
CP50220 3f 003f
CP50221 1b24427f211b2842 e000
CP50221 1b244280211b2842 e05e
CP50221 1b2442927e1b2842 e757
CP50221 3f 003f
CP50222 1b24427f211b2842 e000
CP50222 1b244280211b2842 e05e
CP50222 1b2442927e1b2842 e757
CP50222 3f 003f
ISO-2022-JP-MS 1b24283f21211b2842 e000
ISO-2022-JP-MS 1b24283f22211b2842 e05e
ISO-2022-JP-MS 1b24283f347e1b2842 e757
ISO-2022-JP-MS 3f 003f
JIS 3f 003f
JIS 3f 003f
JIS 3f 003f
JIS 3f 003f
ISO-2022-JP 3f 003f
ISO-2022-JP 3f 003f
ISO-2022-JP 3f 003f
ISO-2022-JP 3f 003f
read as JIS, written as Microsoft's
ff3c ff3c ff3c 
301c ff5e 301c 
2016 2225 2016 
2212 ff0d 2212 
00a2 ffe0 00a2 
00ac ffe2 00ac 
2160 2160 003f 
91d7 91d7 003f 
stray escapes
003f0041 003f0041 003f 003f 003f 
003f 003f 003f 003f 003f 
003f 003f 003f 003f 003f 
003f 003f 003f00210021 003f00210021 003f004400210021 
003f0024002800510041 003f0024002800510041 003f0041 003f 003f00510041 
007e 007e 003f007e 003f007e 003f0048007e 
00a5203e 00a5203e 005c007e 003f005c007e 003f004a005c007e 
ff71 ff71 ff71 003f0031 003f00490031 
4e9c 4e9c 4e9c 003f00300021 003f00300021 
003f00410031 003f00410031 003f0031 003f0031 003f0031 
003f002400410031 003f002400410031 003f0031 003f0031 003f0031 
003f0028005a0031 003f0028005a0031 003f0031 003f0031 003f005a0031 
003f00240028005a00310032 003f00240028005a00310032 003f00310032 003f00310032 003f005a00310032 
003f 003f 003f 003f 003f 
half-width kana
1b2442212b1b2842
1b2442256f212b212b1b2842
1b2442252c1b2842611b244225511b2842
1b244225741b2842
rows without characters
3f4161 3f61 3f61 3f 
3f4161 3f61 3f 3f4161 
ISO-2022-KR, HZ, 2004
1b2429430e30210f 3f
1b2429430e21230f 3f
1b2429430e80800f 7e7b6d317e7d
1b2429433f 3f
1b2429433f 7e7b28267e7d
1b242943613f62 613f62
3f7e7b523b7e7d 5c7e
surrogates
UTF-8 262378443837423b61 262378444330313b 3f61
UTF-16 d87b0061 dc01 003f0061
UTF-32 0000d87b00000061 0000dc01 0000003f00000061
UCS-2 d87b0061 dc01 003f0061
UCS-4 0000d87b00000061 0000dc01 0000003f00000061
UTF-7 2b3248732d61 2b3341452d 3f61
GB18030 262378443837423b61 262378444330313b 3f61
UTF-8-Mobile#DOCOMO eda1bb61 edb081 3f61
ISO-8859-1 262378443837423b61 262378444330313b 3f61
low bytes
654d51396e413d3d
3d37383d43343d33443d3943
626567696e20303634342066696c656e616d650a243e2c305d476060600a
795664576441593d
names
mb_strlen(): Argument #2 ($encoding) must be a valid encoding, "no" given
mb_language(): Argument #1 ($language) must be a valid language, "no" given
mb_convert_kana(): Argument #2 ($mode) contains invalid flag: '
mb_convert_encoding(): Argument #3 ($from_encoding) contains invalid encoding "x"
mb_regex_encoding(): Argument #1 ($encoding) must be a valid encoding, "no" given
mb_detect_encoding(): Argument #2 ($encodings) contains invalid encoding "b"
expressions
mb_ereg(): mbregex compile err: empty char-class
mb_ereg(): mbregex compile err: empty char-class
mb_ereg(): mbregex compile err: premature end of char-class
bool(true)
bool(false)
bool(false)
bool(false)
