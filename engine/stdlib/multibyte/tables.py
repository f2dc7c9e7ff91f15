"""How PHP's multibyte character sets differ from Python's codecs of about the same name, as runs.

A line is a code (or a character, in the second text), then what it and its successors stand for, in hexadecimal:
`-` for nothing, `cp*n` for n in succession, `cp+cp` for several characters. A line that begins with a blank goes on.
"""

from __future__ import annotations

from typing import Dict, NamedTuple, Tuple

from engine.stdlib.multibyte.emoji import SHIFT_JIS


class Table(NamedTuple):
    """A character set: the codec it is like, the bytes that begin a longer code, and what differs."""

    codec: str
    leads: Tuple[Tuple[int, int], ...]
    decoding: str
    encoding: str


# What CP932 and SJIS-win write alike.
_CP932 = """a2 8191*2
ac 81ca
af 8150
2016 8161
2170 fa40*10
2212 817c
301c 8160
4e28 fa68
4ee1 fa69
4efc fa6a
4f00 fa6b
4f03 fa6c
4f39 fa6d
4f56 fa6e
4f8a fa70
4f92 fa6f
4f94 fa72
4f9a fa71
4fc9 fa61
4fcd fa73
4fff fa76
501e fa77
5022 fa75
5040 fa74
5042 fa7a
5046 fa78
5070 fa79
5094 fa7b
50d8 fa7d
50f4 fa7c
514a fa7e
5164 fa80
519d fa81
51be fa82
51ec fa83
5215 fa84
529c fa85
52a6 fa86
52af fb77
52c0 fa87
52db fa88
5300 fa89
5307 fa8a
5324 fa8b
5372 fa8c
5393 fa8d
53b2 fa8e
53dd fa8f
548a fa92
549c fa91
54a9 fa93
54ff fa94
5586 fa95
5759 fa96
5765 fa97
57ac fa98
57c7 fa9a fa99
589e fa9d
58b2 fa9e
590b fa9f
5953 faa0
595b faa1
595d faa2
5963 faa3
59a4 faa4
59ba faa5
5b56 faa6
5bc0 faa7
5bd8 faa9
5bec faaa
5c1e faab
5ca6 faac
5cba faad
5cf5 faae
5d27 faaf
5d42 fab2
5d53 fab0
5d6d fab3
5db8 fab4*2
5dd0 fab6
5f21 fab7
5f34 fab8
5f45 fa67
5f67 fab9
5fb7 faba
5fde fabb
605d fabc
6085 fabd
608a fabe
60d5 fac0
60de fabf
60f2 fac2
6111 fac3
6120 fac1
6130 fac5
6137 fac4
6198 fac6
6213 fac7
62a6 fac8
63f5 fac9
6460 faca
649d facb
64ce facc
654e facd
6600 face
6609 fad1
6615 facf
661e fad3
6624 fad4
662e fad2
6631 fa63
663b fad0
6657 fad6
6659 fad7
6665 fad5
6673 fad9
6699 fada
66a0 fadb
66b2 fadc
66bf fadd
66fa fade fa66
670e fadf
6766 fae1
67bb fae2
67c0 fae4
6801 fae5
6844 fae6
6852 fae3
68c8 fa64
68cf fae7
6968 fae9
6998 faeb
69e2 faec
6a30 faed
6a46 faef
6a6b faee
6a73 faf0
6a7e faf1
6ae2 faf2
6ae4 faf3
6bd6 faf4
6c3f faf5
6c5c faf6
6c6f faf8
6c86 faf7
6cda faf9
6d04 fafa
6d6f fafc
6d87 fafb
6d96 fb40
6dac fb41
6dcf fb42
6df2 fb44
6df8 fb43
6dfc fb45
6e27 fb48
6e39 fb46
6e3c fb49
6e5c fb47
6ebf fb4a
6f88 fb4b
6fb5 fb4c
6ff5 fb4d
7005 fb4e
7007 fb4f
7028 fb50
7085 fb51
70ab fb52
70bb fa62
7104 fb54
710f fb53
7146 fb56*2
715c fb55
71c1 fb59
71fe fb5a
72b1 fb5b
72be fb5c
7324 fb5d
7377 fb5f
73bd fb60
73c9 fb61
73d2 fb64
73d6 fb62
73e3 fb63
73f5 fb66
7407 fb65
7426 fb67
7429 fb69 fb68
742e fb6a
7462 fb6b
7489 fb6c
749f fb6d
7501 fb6e
752f faa8
756f fb6f
7682 fb70
769b fb73 fb71
769e fb72
76a6 fb74
7746 fb76
7821 fb78
784e fb79
7864 fb7a
787a fb7b
7930 fb7c
7994 fb81
799b fb83
7ad1 fb84
7ae7 fb85
7aeb fb87
7b9e fb88
7d48 fb8a
7d5c fb8b
7da0 fb8d
7db7 fb8c
7dd6 fb8e
7e52 fb8f
7e8a fa5c
7f47 fb90
7fa1 fb91
8301 fb93
8362 fb94
837f fb95
83c7 fb96
83f6 fb97
8448 fb98
84b4 fb99
84dc fa60
8553 fb9a
8559 fb9b
856b fb9c
85b0 fb9e
8807 fba1
88f5 fba2
891c fa5d
8a12 fba3
8a37 fba4
8a79 fba5
8aa7 fba6
8abe fba7
8adf fba8
8af6 fbaa
8b53 fbab
8b7f fbac
8cf0 fbad
8cf4 fbae
8d12 fbaf
8d76 fbb0
8ecf fbb2
9067 fbb5
90de fbb6
9115 fbb8
9127 fbb9
91d7 fbbb
91da fbba
91de fbbc
91e4 fbbf*2
91ed fbbd*2
9206 fbc1
920a fbc3
9210 fbc2
9239 fbca fbc4
923c fbc6
9240 fbc5
924e fbc7
9251 fbc9
9259 fbc8
9267 fbcb
9277 fbcd*2
9288 fa5f
92a7 fbcc
92d0 fbd2
92d3 fbd6
92d5 fbd4
92d7 fbd0
92d9 fbd1
92e0 fbd5
92e7 fbcf
92f9 fa65
92fb fbd9
92ff fbdc
9302 fbde
931d fbdd fbdb
9321 fbd8
9325 fbd7
9348 fa5e
9357 fbe0
9370 fbdf
93a4 fbe1
93c6 fbe2
93de fbe3
93f8 fbe4
9431 fbe5
9445 fbe6
9448 fbe7
9592 fbe8
969d fbeb
96af fbec
9733 fbed
973b fbee
9743 fbef
974d fbf0
974f fbf1
9751 fbf2
9755 fbf3
9857 fbf4
9865 fbf5
9927 fbf8
999e fbfa
9a4e fbfb
9ad9 fbfc
9adc fc40
9b72 fc42
9b75 fc41
9b8f fc43
9bb1 fc44
9bbb fc45
9c00 fc46
9d6b fc48
9d70 fc47
9e19 fc4a
9ed1 fc4b
f929 fae0
f9dc fbe9
fa0e fa90 fa9b*2 fab1 fad8 fae8 faea fb58 fb5e fb75 fb7d*2 fb80 fb82 fb86 fb89 fb92 fb9d fb9f*2 fba9 fbb1
 fbb3*2 fbb7 fbd3 fbda fbea fbf6*2 fbf9 fc49
ff02 fa57
ff07 fa56
ffe4 fa55"""

TABLES: Dict[str, Table] = {
    "SJIS": Table(
        "shift_jis",
        ((0x81, 0x9F), (0xE0, 0xEF)),
        "",
        "a5 818f\naf 8150\n203e 8150\n2225 8161\nff0d 817c\nff5e 8160\nffe0 8191*2 81ca",
    ),
    "EUC-JP": Table(
        "euc_jp",
        ((0x8E, 0x8F), (0xA1, 0xFE)),
        "",
        "203e a1b1\n2225 a1c2\nff0d a1dd\nff5e a1c1\nffe0 a1f1*2 a2cc",
    ),
    "eucJP-win": Table(
        "cp932@euc",
        ((0x8E, 0x8F), (0xA1, 0xFE)),
        """f5a1 e000*94
f6a1 e05e*94
f7a1 e0bc*94
f8a1 e11a*94
f9a1 e178*94
faa1 e1d6*94
fba1 e234*94
fca1 e292*94
fda1 e2f0*94
fea1 e34e*94
8fa2b7 ff5e
8fa2c3 ffe4
8ff3f3 2170*10 2160*2
8ff4a1 2162*8 ff07 ff02 3231 2116 2121 70bb 4efc 50f4 51ec 5307 5324 fa0e 548a 5759 fa0f*2 589e 5bec 5cf5
 5d53 fa11 5fb7 6085 6120 654e 663b 6665 fa12 f929 6801 fa13*2 6a6b 6ae2 6df8 6df2 7028 fa15*2 7501 7682
 769e fa17 7930 fa18*4 7ae7 fa1c*2 7da0 7dd6 fa1e 8362 fa1f 85b0 fa20*2 8807 fa22 8b7f 8cf4 8d76 fa23*3 90de
 fa26 9115 fa27*2 9592 f9dc fa29 973b 974d 9751 fa2a*3 999e 9ad9 9b72 fa2d 9ed1
8ff5a1 e3ac*94
8ff6a1 e40a*94
8ff7a1 e468*94
8ff8a1 e4c6*94
8ff9a1 e524*94
8ffaa1 e582*94
8ffba1 e5e0*94
8ffca1 e63e*94
8ffda1 e69c*94
8ffea1 e6fa*94""",
        "a2 a1f1*2\na5 5c 8fa2c3\nac a2cc\n2014 a1bd\n2016 a1c2\n203e 7e\n2212 a1dd\n301c a1c1",
    ),
    "CP932": Table(
        "cp932",
        ((0x81, 0x9F), (0xE0, 0xFC)),
        "80 -\na0 -\nfd -*3",
        "a5 5c\n203e 7e\n" + _CP932,
    ),
    "SJIS-win": Table(
        "cp932",
        ((0x81, 0x9F), (0xE0, 0xFC)),
        "80 -\na0 -\nfd -*3",
        "a5 818f\n203e 8150\n" + _CP932,
    ),
    "CP51932": Table(
        "cp932@euc",
        ((0x8E, 0x8E), (0xA1, 0xFE)),
        "",
        "a2 a1f1*2\na5 a1ef\nac a2cc\naf a1b1\n2016 a1c2\n203e a1b1\n2212 a1dd\n301c a1c1",
    ),
    "SJIS-2004": Table(
        "shift_jis_2004",
        ((0x81, 0x9F), (0xE0, 0xFC)),
        "815c 2014\n815f ff3c\n81b0 ff5e\n81d4 ff5f*2",
        "5c 5c\n7e 7e",
    ),
    "EUC-JP-2004": Table(
        "euc_jis_2004",
        ((0x8E, 0x8F), (0xA1, 0xFE)),
        """a1bd 2014
a2d6 ff5f*2
8fa2af -*11
8fa2c2 -*3
8fa2eb -*7
8fa6e1 -*5
8fa6e7 -
8fa6e9 -*2
8fa6ec -
8fa6f1 -*12
8fa7c2 -*13
8fa7f2 -*13
8fa9a1 -*2
8fa9a4 -
8fa9a6 -
8fa9a8 -*2
8fa9ab -*3
8fa9af -*2
8fa9c1 -*16
8faaa1 -*24
8faaba -*62
8faba1 -*27
8fabbd -*7
8fabc5 -*51
8fb0a1 -*94
8fb1a1 -*94
8fb2a1 -*94
8fb3a1 -*94
8fb4a1 -*94
8fb5a1 -*94
8fb6a1 -*94
8fb7a1 -*94
8fb8a1 -*94
8fb9a1 -*94
8fbaa1 -*94
8fbba1 -*94
8fbca1 -*94
8fbda1 -*94
8fbea1 -*94
8fbfa1 -*94
8fc0a1 -*94
8fc1a1 -*94
8fc2a1 -*94
8fc3a1 -*94
8fc4a1 -*94
8fc5a1 -*94
8fc6a1 -*94
8fc7a1 -*94
8fc8a1 -*94
8fc9a1 -*94
8fcaa1 -*94
8fcba1 -*94
8fcca1 -*94
8fcda1 -*94
8fcea1 -*94
8fcfa1 -*94
8fd0a1 -*94
8fd1a1 -*94
8fd2a1 -*94
8fd3a1 -*94
8fd4a1 -*94
8fd5a1 -*94
8fd6a1 -*94
8fd7a1 -*94
8fd8a1 -*94
8fd9a1 -*94
8fdaa1 -*94
8fdba1 -*94
8fdca1 -*94
8fdda1 -*94
8fdea1 -*94
8fdfa1 -*94
8fe0a1 -*94
8fe1a1 -*94
8fe2a1 -*94
8fe3a1 -*94
8fe4a1 -*94
8fe5a1 -*94
8fe6a1 -*94
8fe7a1 -*94
8fe8a1 -*94
8fe9a1 -*94
8feaa1 -*94
8feba1 -*94
8feca1 -*94
8feda1 -*67""",
        "a5 5c\n203e 7e",
    ),
    "SJIS-mac": Table(
        "shift_jis",
        ((0x81, 0x9F), (0xE0, 0xED)),
        """5c a5
80 5c
a0 a0
fd a9 2122 2026+f87f
815c 2014
8540 2460*20
855e 2474*20
857c 2776*3
8580 2779*6
8591 f860+30+2e 2488*9
859f 2160*12 f862+58+49+49+49 f861+58+49+56 f860+58+56
85b3 2170*12 f862+78+69+69+69 f861+78+69+76 f860+78+76
85db 249c*26
8640 339c 339f 339d 33a0 33a4 ff4d+f87f 33a1 33a5 339e 33a2 338e ff47+f87f 338f 33c4 3396*2 2113 3398 33b3
 33b2 33b1 33b0 2109 33d4 33cb 3390 3385*3 f860+54+42
869b 2116 33cd 2121 f861+46+41+58 2664 2667 2661*2 2660 2663 2665*2
86b3 3020 260e 3004
86c7 261e 261c*2 261f 21c6 21c4*2 f860+2193+2191 21e8 21e6*2 21e9 21e8+f87a 21e6+f87a 21e7+f87a 21e9+f87a
8740 3230 322a*6 3240 3237 3242*2 3239*2 3231 323e 3234 3232 323b 3236 3233 3235 323c*2 323f 3238
8791 5927+20dd 5c0f+20dd 32a4*6 3296 329d 3298 329e 63a7+20dd 3299 3349 3322 334d 3314 3316 3305 3333 334e
 3303 3336 3318 3315 3327 3351 334a 3339 3357 330d 3342 3323 3326 333b 332b
87bd 3300 331e 332a 3331 3347
87e5 337e 337d 337c 337b
87fa 337f f862+6709+9650+4f1a+793e f862+8ca1+56e3+6cd5+4eba
8840 222e 221f 22bf
8854 301d 301f
8868 3094
886a 30f7*4
eb41 3001+f87e 3002+f87e
eb50 ffe3+f87e fe33
eb5b 30fc+f87e fe31 2010+f87e
eb60 301c+f87e 2016+f87e ff5c+f87e 2026+f87e fe30
eb69 fe35*2 fe39*2 ff3b+f87e ff3d+f87e fe37*2 fe3f*2 fe3d*2 fe41*4 fe3b*2
eb81 ff1d+f87e
ec9f 3041+f87e
eca1 3043+f87e
eca3 3045+f87e
eca5 3047+f87e
eca7 3049+f87e
ecc1 3063+f87e
ece1 3083+f87e
ece3 3085+f87e
ece5 3087+f87e
ecec 308e+f87e
ed40 30a1+f87e
ed42 30a3+f87e
ed44 30a5+f87e
ed46 30a7+f87e
ed48 30a9+f87e
ed62 30c3+f87e
ed83 30e3+f87e
ed85 30e5+f87e
ed87 30e7+f87e
ed8e 30ee+f87e
ed95 30f5+f87e 30f6+f87e""",
        "af 8150\n2015 815c\n203e 8150\nff5e 8160",
    ),
    "EUC-CN": Table(
        "gb2312",
        ((0xA1, 0xA9), (0xB0, 0xF7)),
        "",
        "",
    ),
    "CP936": Table(
        "gbk",
        ((0x81, 0xFE),),
        """80 20ac
ff f8f5
a140 e4c6*63
a180 e505*33
a240 e526*63
a280 e565*33
a2ab e766*6
a2e3 e76c*2
a2ef e76e*2
a2fd e770*2
a340 e586*63
a380 e5c5*33
a440 e5e6*63
a480 e625*33
a4f4 e772*11
a540 e646*63
a580 e685*33
a5f7 e77d*8
a640 e6a6*63
a680 e6e5*33
a6b9 e785*8
a6d9 e78d*7
a6ec e794*2
a6f3 e796
a6f6 e797*9
a740 e706*63
a780 e745*33
a7c2 e7a0*15
a7f2 e7af*13
a896 e7bc*11
a8bc e7c7
a8bf e7c8
a8c1 e7c9*4
a8ea e7cd*21
a958 e7e2
a95b e7e3
a95d e7e4*3
a989 e7e7*13
a997 e7f4*13
a9f0 e801*15
aaa1 e000*94
aba1 e05e*94
aca1 e0bc*94
ada1 e11a*94
aea1 e178*94
afa1 e1d6*94
d7fa e810*5
f8a1 e234*94
f9a1 e292*94
faa1 e2f0*94
fba1 e34e*94
fca1 e3ac*94
fda1 e40a*94
fe50 e815*47
fe80 e844*33 e468*94""",
        """203e a3fe
2218 a1e3
223c a1ab
f900 d84d b8fc dc87 d95a bbac b4ae bee4 fd94 fd94 c6f5 bdf0 c0ae c4ce 91d0 b05d c15f cc7d c2dd c2e3 df89
 98b7 c2e5 c0d3 e7f3 c2e4 c0d2 f198 8179 c2d1 99da a080 cc6d fb5b 8db9 9e45 cb7b d268 c0ad c544 cf9e c0c8
 c0ca*2 c0c7
f92d 81ed c0e4 84da 93ef 99a9 a074 b152 c0cf cc4a cc94 c2b7 c2b6 f494 fa98 c2b5 b593 be47 c78a e49b c2b9
 d593 89c5 c5aa bb5c c340 c0ce c0da d954 c0d7 89be 8cd2 98c7 9c49 c2a9 c0db bf7c c2aa c0d5 c0df 8443 c1e8
 b6a0 be63 c1e2 c1ea d778 9282 98b7 d65a b5a4 8c8e c5ad c2ca ae90 b1b1 b491 b1e3 8fcd b2bb c3da 94b5 cbf7
 85a2 c8fb caa1 c87e d566 9aa2 b3bd c9f2 cab0 c8f4 c2d3*2 c1c1 83c9
f97a c1ba bc5a c1bc d58f c1bf 84ee 85ce c5ae 8f5d c2c3 9e56 b55a e982 f350 fb90 c0e8 c1a6 95d1 9a76 de5d
 c4ea 917a 91d9 93d3 9d69 9f92 ad49
f996 be9a c293 dd82 c98f df42 e580 c1d0 c1d3 d1ca c1d2 c1d1 d566 c1ae c4ee c4ed 9a9a ba9f ab43 c1ee e0f2
 8c8e 8e58 c1af c1e1 ac93 c1e7 f1f6 e28f c1e3 ec60 ee49 c0fd b659 f5b7 eb60 90ba c1cb c1c5 e5bc c4f2 c1cf
 98b7 c1c7 af9f dea4 df7c fd88 959e c8ee 84a2 9683 c1f8 c1f7 c1ef*2 c1f4 c1f2 bc7e ee90 c1f9 c2be ea91 8290
 8d91 9c53 dd86 c2c9 90fc c0f5 c2ca c2a1 c0fb c0f4 c2c4 d2d7 c0ee c0e6 c4e0 c0ed c1a1 eebe
f9e8 d165 c0ef eb78 c4e4 c4e7 c1df 9ffb ad55 cc41
f9f2 f75b f7eb c1d6 c1dc c552 c1a2 f3d2 c1a3 a0ee d6cb d752 cab2 b2e8 b4cc c7d0 b6c8 cdd8 ccc7 d5ac b6b4
 b1a9 dd97 d0d0 bdb5 d28a c0aa
fa10 8956
fa12 c7e7
fa15 8444 d869 d2e6
fa19 c9f1 cfe9 b8a3 beb8 beab d3f0
fa22 d654
fa25 d2dd b6bc
fa2a ef88 ef95 f05e fa51""",
    ),
    "EUC-TW": Table(
        "cns",
        ((0x8E, 0x8E), (0xA1, 0xA6), (0xC2, 0xC2), (0xC4, 0xFD)),
        """a1a1 3000 ff0c 3001*2 ff0e 30fb ff1b ff1a ff1f ff01 fe30 2026 2025 fe50*3 b7 fe54*4 fe31 2014 fe32 2013
a1be ff08*2 fe35*2 ff5b ff5d fe37*2 3014*2 fe39*2 3010*2 fe3b*2 300a*2 fe3d*2 3008*2 fe3f*2 300c*2 fe41*2
 300e*2 fe43*2 fe59*6 2018*2 201c*2 301d*2 2032 2035 ff03 ff06 ff0a 203b a7 3003 25cb 25cf 25b3 25b2 25ce
 2606 2605 25c7 25c6 25a1 25a0 25bd 25bc
a2a1 32a3 2105 203e
a2a5 ff3f
a2a7 fe49*2 fe4d*2 fe4b*2 fe5f*3 ff0b ff0d d7 f7 b1 221a ff1c ff1e ff1d 2266*2 2260 221e 2252 2261 fe62*3
 fe66 fe65 223c 2229*2 22a5 2220 221f 22bf 33d2 33d1 222b 222e 2235 2234 2640 2642 2641 2609 2191 2193 2192
 2190 2196*2 2199 2198 2016 ff5c ff0f ff3c 2215 fe68 ff04 ffe5 3012 ffe0*2 ff05 ff20 2103 2109 fe69*3 33d5
 339c*3 33ce 33a1 338e*2 33c4 b0 5159 515b 515e 515d 5161 5163
a3a1 55e7 74e9 7cce 2581*8 258f 258e 258d 258c 258b 258a 2589 253c 2534 252c 2524 251c 2594 2500 2502 2595
 250c 2510 2514 2518 256d*2 2570 256f 2550 255e 256a 2561 25e2*2 25e5 25e4 2571*3
a4a1 ff10*10 2160*10 3021*9
a4bf 5344
a4c1 ff21*26 ff41*26 391*10
a5a1 39b*7 3a3*7 3b1*17 3c3*7 3105*37 2d9 2c9*2 2c7 2cb
a6a1 2460*10 2474*10 2170*10
c2a1 2400*32 2421""",
        "",
    ),
    "BIG-5": Table(
        "big5",
        ((0xA1, 0xF9),),
        """a15a -
a1c3 -
a1c5 -
a1fe -
a240 -
a244 ffe5
a2cc -
a2ce -
f9d6 7881 92b9 88cf 58bb 6052 7ca7 5afa 2554 2566 2557 2560 256c 2563 255a 2569 255d 2552 2564 2555 255e
 256a 2561 2558 2567 255b 2553 2565 2556 255f 256b 2562 2559 2568 255c 2551 2550 256d*2 2570 256f 2593""",
        "",
    ),
    "CP950": Table(
        "cp950",
        ((0x81, 0xFE),),
        """8140 eeb8*63
81a1 eef7*94
8240 ef55*63
82a1 ef94*94
8340 eff2*63
83a1 f031*94
8440 f08f*63
84a1 f0ce*94
8540 f12c*63
85a1 f16b*94
8640 f1c9*63
86a1 f208*94
8740 f266*63
87a1 f2a5*94
8840 f303*63
88a1 f342*94
8940 f3a0*63
89a1 f3df*94
8a40 f43d*63
8aa1 f47c*94
8b40 f4da*63
8ba1 f519*94
8c40 f577*63
8ca1 f5b6*94
8d40 f614*63
8da1 f653*94
8e40 e311*63
8ea1 e350*94
8f40 e3ae*63
8fa1 e3ed*94
9040 e44b*63
90a1 e48a*94
9140 e4e8*63
91a1 e527*94
9240 e585*63
92a1 e5c4*94
9340 e622*63
93a1 e661*94
9440 e6bf*63
94a1 e6fe*94
9540 e75c*63
95a1 e79b*94
9640 e7f9*63
96a1 e838*94
9740 e896*63
97a1 e8d5*94
9840 e933*63
98a1 e972*94
9940 e9d0*63
99a1 ea0f*94
9a40 ea6d*63
9aa1 eaac*94
9b40 eb0a*63
9ba1 eb49*94
9c40 eba7*63
9ca1 ebe6*94
9d40 ec44*63
9da1 ec83*94
9e40 ece1*63
9ea1 ed20*94
9f40 ed7e*63
9fa1 edbd*94
a040 ee1b*63
a0a1 ee5a*94
a3e1 -
c6a1 f6b1*94
c740 f70f*63
c7a1 f74e*94
c840 f7ac*63
c8a1 f7eb*94
fa40 e000*63
faa1 e03f*94
fb40 e09d*63
fba1 e0dc*94
fc40 e13a*63
fca1 e179*94
fd40 e1d7*63
fda1 e216*94
fe40 e274*63
fea1 e2b3*94""",
        "5341 a451\n5345 a4ca",
    ),
    "EUC-KR": Table(
        "euc_kr",
        ((0xA1, 0xAC), (0xB0, 0xC8), (0xCA, 0xFD)),
        "a4d4 3164",
        "",
    ),
    "UHC": Table(
        "cp949",
        ((0x81, 0xFD),),
        "",
        "",
    ),
    "GB18030": Table(
        "gb18030",
        ((0x81, 0xFE),),
        "",
        "",
    ),
    "GB18030-2022": Table(
        "gb18030",
        ((0x81, 0xFE),),
        """a6d9 fe10 fe12 fe11 fe13*4
a6ec fe17*2
a6f3 fe19
a8bc 1e3f
fe59 9fb4
fe61 9fb5
fe66 9fb6*2
fe6d 9fb8
fe7e 9fb9
fe90 9fba
fea0 9fbb""",
        """e78d 84318236 84318238 84318237 84318239 84318330 84318331 84318332 84318333 84318334 84318335
e7c7 8135f437
e81e 82359037
e826 82359038
e82b 82359039 82359130
e832 82359131
e843 82359132
e854 82359133
e864 82359134""",
    ),
}
TABLES.update(
    {
        f"SJIS-Mobile#{carrier}": Table(
            "cp932",
            TABLES["SJIS-win"].leads,
            TABLES["SJIS-win"].decoding + "\n" + codes,
            "a5 818f\n203e 8150\n" + characters,
        )
        for carrier, (codes, characters) in SHIFT_JIS.items()
    }
)

# CNS 11643: planes 1 (from its first ideograph) and 2 as stretches `start*count` of Big5's ideographs of the same
# level; `=cp` is a character of its own.
CNS_PLANE_1 = """0*1412 585*424 584 72d*1876 1004 e81*387 1005*525 12cf 1212*105 =5f5e 127c*83 12d0*84 13b6 1324*54
135b 135a 135c*90 13b7*354"""
CNS_PLANE_2 = """0*10 b*33 5c 2c*48 5d*46 132 8b*167 133*1840 aea 864*108 8d1*537 863 aeb*100 8d0 b4f*399 cdf*1637
1569 1344*146 15f3 13d6*287 1854 14f5*116 156a*137 15f4*104 1801 165c*222 173b*198 1802*82 1855*86
173a 18ab*8 18b4*153 194e*56 1ab2 1986*113 18b3 19f7*142 194d 1a85*45 1ab3*71 1bbc 1afa*194 1bbd*490
1dd2 1da7*43 1dd3 1dd5*11 1dd4 1de0*4"""

# ArmSCII-8 from 0xA1 on.
ARMSCII_8 = (
    "ffff 587 589 29 28 bb ab 2014 2e 55d 2c 2d 58a 2026 55c 55b 55e 531 561 532 562 533 563 534 564 535 "
    "565 536 566 537 567 538 568 539 569 53a 56a 53b 56b 53c 56c 53d 56d 53e 56e 53f 56f 540 570 541 571 "
    "542 572 543 573 544 574 545 575 546 576 547 577 548 578 549 579 54a 57a 54b 57b 54c 57c 54d 57d 54e "
    "57e 54f 57f 550 580 551 581 552 582 553 583 554 584 555 585 556 586 55a ffff"
)
