--TEST--
The filter convert.iconv knows character sets alone
--FILE--
<?php
foreach (["rot13", "zlib", "ISO-8859-1", "nope", "UCS-2BE", "base64", "unicode_escape", "UTF-16LE", "KOI8-R", "idna", "hex", "charmap"] as $c) {
    echo $c, ' ', bin2hex((string) @file_get_contents("php://filter/read=convert.iconv.UTF-8.$c/resource=data:,abc%C3%A4")), ' ', @file_get_contents("php://filter/read=convert.iconv.$c.UTF-8/resource=data:,abcd"), "\n";
}
echo file_get_contents("php://filter/read=convert.iconv.rot13.UTF-8/resource=data:,abc");
--EXPECTF--
rot13 616263c3a4 abcd
zlib 616263c3a4 abcd
ISO-8859-1 616263e4 abcd
nope 616263c3a4 abcd
UCS-2BE 00610062006300e4 慢捤
base64 616263c3a4 abcd
unicode_escape 616263c3a4 abcd
UTF-16LE 610062006300e400 扡摣
KOI8-R  abcd
idna 616263c3a4 abcd
hex 616263c3a4 abcd
charmap 616263c3a4 abcd

Warning: file_get_contents(): Unable to create or locate filter "convert.iconv.rot13.UTF-8" in %sfilter_of_character_sets.php on line 5

Warning: file_get_contents(): Unable to create filter (convert.iconv.rot13.UTF-8) in %sfilter_of_character_sets.php on line 5
abc
