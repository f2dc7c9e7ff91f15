--TEST--
Sequences of characters that have one code: JIS X 0213's and Apple's
--FILE--
<?php
$texts = ["\u{304B}\u{309A}", "\u{304B}", "\u{309A}", "\u{31F7}\u{309A}x", "\u{E6}\u{300}", "\u{2E9}\u{2E5}", "\u{2E5}\u{2E9}\u{2E5}", "\u{304B}\u{309A}\u{1F600}\u{304D}\u{309A}",
    "\u{F862}XIII", "\u{F862}X", "\u{F862}", "\u{F862}XIIa", "\u{F860}XV", "\u{F860}a", "\u{FF4D}\u{F87F}", "\u{2026}\u{F87F}", "a\u{F862}XIIIb\u{1F600}\u{F861}XIV"];
foreach (['SJIS-2004', 'EUC-JP-2004', 'ISO-2022-JP-2004', 'SJIS-mac'] as $name) {
    echo "$name\n";
    foreach ($texts as $text) {
        $code = mb_convert_encoding($text, $name, 'UTF-8');
        echo bin2hex($code), ' ', json_encode(mb_convert_encoding($code, 'UTF-8', $name)), ' ', mb_strlen($code, $name), ' ', bin2hex(mb_substr($code, 0, 2, $name)), "\n";
    }
}
--EXPECT--
SJIS-2004
82f5 "\u304b\u309a" 2 82f5
82a9 "\u304b" 1 82a9
3f "?" 1 3f
83f678 "\u31f7\u309ax" 3 83f6
8663 "\u00e6\u0300" 2 8663
8685 "\u02e9\u02e5" 2 8685
86868680 "\u02e5\u02e9\u02e5" 3 8686
82f53f82f6 "\u304b\u309a?\u304d\u309a" 5 82f5
3f58494949 "?XIII" 5 3f58
3f58 "?X" 2 3f58
3f "?" 1 3f
3f58494961 "?XIIa" 5 3f58
3f5856 "?XV" 3 3f58
3f61 "?a" 2 3f61
828d3f "\uff4d?" 2 828d3f
81633f "\u2026?" 2 81633f
613f58494949623f3f584956 "a?XIIIb??XIV" 12 613f
EUC-JP-2004
a4f7 "\u304b\u309a" 2 a4f7
a4ab "\u304b" 1 a4ab
3f "?" 1 3f
a6f878 "\u31f7\u309ax" 3 a6f8
abc4 "\u00e6\u0300" 2 abc4
abe5 "\u02e9\u02e5" 2 abe5
abe6abe0 "\u02e5\u02e9\u02e5" 3 abe6
a4f73fa4f8 "\u304b\u309a?\u304d\u309a" 5 a4f7
3f58494949 "?XIII" 5 3f58
3f58 "?X" 2 3f58
3f "?" 1 3f
3f58494961 "?XIIa" 5 3f58
3f5856 "?XV" 3 3f58
3f61 "?a" 2 3f61
a3ed3f "\uff4d?" 2 a3ed3f
a1c43f "\u2026?" 2 a1c43f
613f58494949623f3f584956 "a?XIIIb??XIV" 12 613f
ISO-2022-JP-2004
1b24285124771b2842 "\u304b\u309a" 2 1b24285124771b2842
1b242851242b1b2842 "\u304b" 1 1b242851242b1b2842
3f "?" 1 3f
1b24285126781b284278 "\u31f7\u309ax" 3 1b24285126781b2842
1b2428512b441b2842 "\u00e6\u0300" 2 1b2428512b441b2842
1b2428512b651b2842 "\u02e9\u02e5" 2 1b2428512b651b2842
1b2428512b662b601b2842 "\u02e5\u02e9\u02e5" 3 1b2428512b661b2842
1b24285124771b28423f1b24285124781b2842 "\u304b\u309a?\u304d\u309a" 5 1b24285124771b2842
3f58494949 "?XIII" 5 3f58
3f58 "?X" 2 3f58
3f "?" 1 3f
3f58494961 "?XIIa" 5 3f58
3f5856 "?XV" 3 3f58
3f61 "?a" 2 3f61
1b242851236d1b28423f "\uff4d?" 2 1b242851236d1b28423f
1b24285121441b28423f "\u2026?" 2 1b24285121441b28423f
613f58494949623f3f584956 "a?XIIIb??XIV" 12 613f
SJIS-mac
82a93f "\u304b?" 2 82a93f
82a9 "\u304b" 1 82a9
3f "?" 1 3f
3f3f78 "??x" 3 3f3f
3f3f "??" 2 3f3f
3f3f "??" 2 3f3f
3f3f3f "???" 3 3f3f
82a93f3f82ab3f "\u304b??\u304d?" 5 82a93f
85ab "\uf862XIII" 5 3f3f
3f3f "??" 2 3f3f
3f "?" 1 3f
3f3f3f3f3f "?????" 5 3f3f
85ad "\uf860XV" 3 3f3f
3f61 "?a" 2 3f61
8645 "\uff4d\uf87f" 2 8645
ff "\u2026\uf87f" 2 ff
6185ab623f85ac "a\uf862XIIIb?\uf861XIV" 12 613f
