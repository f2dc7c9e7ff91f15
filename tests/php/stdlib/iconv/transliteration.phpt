--TEST--
//TRANSLIT: letters lose their accents, signs are spelled out, as far as the target set goes
--FILE--
<?php
$texts = ['Żółć gęślą jaźń', 'Crème brûlée à l’œuf', 'Ærøskøbing', 'Straße', 'İstanbul ılık', "e\u{301}te\u{301}", 'Ấp Ǣ ǿ', '“quoted” — ‘it’ … •',
    '½ ⅐ ② Ⓐ ㎡ ㎂', '€ £ ¥ ₴ ₽', '≠ ≤ ⇒ ≪', 'ﬁ ﬃ ＡＢ', 'ʹ ′ ″ ´', 'Привет Ўў', 'Ελλάδα', '日本', "\u{2007}\u{2009}x\u{200b}y", 'Ⅳ ℃ №'];
foreach (['ASCII', 'ISO-8859-1', 'ISO-8859-2', 'KOI8-R', 'CP1252'] as $set) {
    foreach ($texts as $text) {
        echo $set, ': ', iconv($set, 'UTF-8', iconv('UTF-8', "$set//TRANSLIT", $text)), "\n";
    }
}
--EXPECT--
ASCII: Zolc gesla jazn
ASCII: Creme brulee a l'oeuf
ASCII: AEroskobing
ASCII: Strasse
ASCII: Istanbul ilik
ASCII: ete
ASCII: Ap AE o
ASCII: "quoted" -- 'it' ... o
ASCII:  1/2   1/7  (2) (A) m^2 uA
ASCII: EUR GBP JPY UAH RUB
ASCII: != <= => <<
ASCII: fi ffi AB
ASCII: ? ? ? '
ASCII: ?????? ??
ASCII: ??????
ASCII: ??
ASCII: ? xy
ASCII: IV ? No
ISO-8859-1: Zólc gesla jazn
ISO-8859-1: Crème brûlée à l'oeuf
ISO-8859-1: Ærøskøbing
ISO-8859-1: Straße
ISO-8859-1: Istanbul ilik
ISO-8859-1: ete
ISO-8859-1: Ap Æ ø
ISO-8859-1: "quoted" -- 'it' ... o
ISO-8859-1: ½  1/7  (2) (A) m² µA
ISO-8859-1: EUR £ ¥ UAH RUB
ISO-8859-1: != <= => <<
ISO-8859-1: fi ffi AB
ISO-8859-1: ´ ´ ´´ ´
ISO-8859-1: ?????? ??
ISO-8859-1: ??????
ISO-8859-1: ??
ISO-8859-1: ? xy
ISO-8859-1: IV °C No
ISO-8859-2: Żółć gęślą jaźń
ISO-8859-2: Creme brulée a l'oeuf
ISO-8859-2: AEroskobing
ISO-8859-2: Straße
ISO-8859-2: Istanbul ilik
ISO-8859-2: ete
ISO-8859-2: Ap AE o
ISO-8859-2: "quoted" -- 'it' ... o
ISO-8859-2:  1/2   1/7  (2) (A) m^2 uA
ISO-8859-2: EUR GBP JPY UAH RUB
ISO-8859-2: != <= => <<
ISO-8859-2: fi ffi AB
ISO-8859-2: ´ ´ ´´ ´
ISO-8859-2: ?????? ??
ISO-8859-2: ??????
ISO-8859-2: ??
ISO-8859-2: ? xy
ISO-8859-2: IV °C No
KOI8-R: Zolc gesla jazn
KOI8-R: Creme brulee a l'oeuf
KOI8-R: AEroskobing
KOI8-R: Strasse
KOI8-R: Istanbul ilik
KOI8-R: ete
KOI8-R: Ap AE o
KOI8-R: "quoted" -- 'it' ... o
KOI8-R:  1/2   1/7  (2) (A) m² uA
KOI8-R: EUR GBP JPY грн руб
KOI8-R: != ≤ => <<
KOI8-R: fi ffi AB
KOI8-R: ? ? ? '
KOI8-R: Привет Уу
KOI8-R: ??????
KOI8-R: ??
KOI8-R: ? xy
KOI8-R: IV °C No
CP1252: Zólc gesla jazn
CP1252: Crème brûlée à l’œuf
CP1252: Ærøskøbing
CP1252: Straße
CP1252: Istanbul ilik
CP1252: ete
CP1252: Ap Æ ø
CP1252: “quoted” — ‘it’ … •
CP1252: ½  1/7  (2) (A) m² µA
CP1252: € £ ¥ UAH RUB
CP1252: != <= => <<
CP1252: fi ffi AB
CP1252: ´ ´ ´´ ´
CP1252: ?????? ??
CP1252: ??????
CP1252: ??
CP1252: ? xy
CP1252: IV °C No
