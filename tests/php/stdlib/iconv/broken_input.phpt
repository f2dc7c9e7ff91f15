--TEST--
iconv: what cannot be read, where the functions notice it, and names cut at their first NUL
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$level] $message\n"; return true; });
function attempt(callable $do): void { try { var_dump($do()); } catch (Throwable $error) { echo get_class($error), ': ', $error->getMessage(), "\n"; } }
foreach (["\xffab", "a\xffb", "ab\xffb", "abc\xe3\x81", "abcb\xff\xff", ''] as $haystack) {
    foreach (['b', 'abc', ''] as $needle) {
        foreach ([0, 1, 3] as $offset) {
            echo bin2hex($haystack), " $needle $offset ";
            attempt(fn () => iconv_strpos($haystack, $needle, $offset, 'UTF-8'));
        }
        attempt(fn () => iconv_strrpos($haystack, $needle, 'UTF-8'));
    }
}
attempt(fn () => iconv_strpos("a\xffb", 'b', -1, 'UTF-8'));
echo "names\n";
attempt(fn () => iconv("zz\0y", 'UTF-8', 'a'));
attempt(fn () => iconv_strlen('a', "zz\0y"));
attempt(fn () => iconv_mime_decode('=?UTF-8?Q?a?=', 0, "zz\0y"));
echo "encoded words\n";
foreach (['=?UTF-8?Q?a=GG?=', '=?UTF-8?Q?a=4?=', '=?UTF-8?Q?a=?=', "=?UTF-8?Q?a_b=\r\n?= c", '=?UTF-8?Q?=c3=a9_=C3=A9?=', '=?UTF-8?B?w6k?='] as $header) {
    attempt(fn () => iconv_mime_decode($header, 2, 'UTF-8'));
}
attempt(fn () => iconv_mime_encode("n\xc3\xa9me", 'value', ['output-charset' => 'UTF-8', 'input-charset' => 'UTF-8']));
echo "left out\n";
foreach (["aa\xC3\xC3\xC3\xB8aa", "aa\xC3\xC3", "aa\xC3", "\xC3\xB8\xC3", "\xC3\xC3\xB8"] as $text) {
    foreach (['UTF-8//IGNORE', 'UTF-16LE//IGNORE', 'ISO-8859-1//IGNORE', 'ASCII//IGNORE'] as $target) {
        $made = iconv('UTF-8', $target, $text);
        echo bin2hex($text), " $target ", is_string($made) ? bin2hex($made) : 'false', "\n";
    }
}
echo "one mark\n";
echo bin2hex(iconv_mime_decode('ab =?UTF-8?Q?c?=', 0, 'UTF-16')), ' ', bin2hex(iconv_mime_decode('a', 0, 'UTF-32')), "\n";
--EXPECT--
ff6162 b 0 bool(false)
ff6162 b 1 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ff6162 b 3 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
bool(false)
ff6162 abc 0 bool(false)
ff6162 abc 1 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ff6162 abc 3 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
bool(false)
ff6162  0 bool(false)
ff6162  1 bool(false)
ff6162  3 bool(false)
bool(false)
61ff62 b 0 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
61ff62 b 1 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
61ff62 b 3 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
[8] iconv_strrpos(): Detected an illegal character in input string
bool(false)
61ff62 abc 0 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
61ff62 abc 1 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
61ff62 abc 3 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
[8] iconv_strrpos(): Detected an illegal character in input string
bool(false)
61ff62  0 bool(false)
61ff62  1 bool(false)
61ff62  3 bool(false)
bool(false)
6162ff62 b 0 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
6162ff62 b 1 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
6162ff62 b 3 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
[8] iconv_strrpos(): Detected an illegal character in input string
bool(false)
6162ff62 abc 0 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
6162ff62 abc 1 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
6162ff62 abc 3 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
[8] iconv_strrpos(): Detected an illegal character in input string
bool(false)
6162ff62  0 bool(false)
6162ff62  1 bool(false)
6162ff62  3 bool(false)
bool(false)
616263e381 b 0 int(1)
616263e381 b 1 int(1)
616263e381 b 3 [8] iconv_strpos(): Detected an incomplete multibyte character in input string
bool(false)
[8] iconv_strrpos(): Detected an incomplete multibyte character in input string
bool(false)
616263e381 abc 0 [8] iconv_strpos(): Detected an incomplete multibyte character in input string
bool(false)
616263e381 abc 1 [8] iconv_strpos(): Detected an incomplete multibyte character in input string
bool(false)
616263e381 abc 3 [8] iconv_strpos(): Detected an incomplete multibyte character in input string
bool(false)
[8] iconv_strrpos(): Detected an incomplete multibyte character in input string
bool(false)
616263e381  0 bool(false)
616263e381  1 bool(false)
616263e381  3 bool(false)
bool(false)
61626362ffff b 0 int(1)
61626362ffff b 1 int(1)
61626362ffff b 3 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
[8] iconv_strrpos(): Detected an illegal character in input string
bool(false)
61626362ffff abc 0 int(0)
61626362ffff abc 1 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
61626362ffff abc 3 [8] iconv_strpos(): Detected an illegal character in input string
bool(false)
[8] iconv_strrpos(): Detected an illegal character in input string
bool(false)
61626362ffff  0 bool(false)
61626362ffff  1 bool(false)
61626362ffff  3 bool(false)
bool(false)
 b 0 bool(false)
 b 1 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
 b 3 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
bool(false)
 abc 0 bool(false)
 abc 1 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
 abc 3 ValueError: iconv_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
bool(false)
  0 bool(false)
  1 bool(false)
  3 bool(false)
bool(false)
[8] iconv_strpos(): Detected an illegal character in input string
bool(false)
names
[2] iconv(): Wrong encoding, conversion from "zz" to "UTF-8" is not allowed
bool(false)
[2] iconv_strlen(): Wrong encoding, conversion from "zz" to "UCS-4LE" is not allowed
bool(false)
[2] iconv_mime_decode(): Wrong encoding, conversion from "???" to "zz" is not allowed
bool(false)
encoded words
string(16) "=?UTF-8?Q?a=GG?="
string(15) "=?UTF-8?Q?a=4?="
string(1) "a"
string(5) "a b c"
string(5) "é é"
string(2) "é"
string(22) ": =?UTF-8?B?dmFsdWU=?="
left out
6161c3c3c3b86161 UTF-8//IGNORE 6161c3b86161
6161c3c3c3b86161 UTF-16LE//IGNORE 61006100f80061006100
6161c3c3c3b86161 ISO-8859-1//IGNORE 6161f86161
6161c3c3c3b86161 ASCII//IGNORE 61616161
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3c3 UTF-8//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3c3 UTF-16LE//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3c3 ISO-8859-1//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3c3 ASCII//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3 UTF-8//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3 UTF-16LE//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3 ISO-8859-1//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
6161c3 ASCII//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
c3b8c3 UTF-8//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
c3b8c3 UTF-16LE//IGNORE false
[8] iconv(): Detected an incomplete multibyte character in input string
c3b8c3 ISO-8859-1//IGNORE false
c3b8c3 ASCII//IGNORE 
c3c3b8 UTF-8//IGNORE c3b8
c3c3b8 UTF-16LE//IGNORE f800
c3c3b8 ISO-8859-1//IGNORE f8
c3c3b8 ASCII//IGNORE 
one mark
fffe610062002000fffe6300 fffe000061000000
