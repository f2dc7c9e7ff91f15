--TEST--
Addresses without null bytes; shell arguments without bytes that are no character; idate() as a C int
--FILE--
<?php
foreach (['ip2long', 'inet_pton'] as $function) {
    try {
        $function("1.2.3.4\0");
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
foreach (["\xff", "a\xffb", "é\xc3", "\xe2\x82", "\xed\xa0\x80", "ok'é\"\xfe"] as $text) {
    var_dump(bin2hex(escapeshellarg($text)), bin2hex(escapeshellcmd($text)));
}
var_dump(idate('U', 10000000000), idate('U', 2 ** 31), idate('U', 5), @idate('U', -1));
$error = new Exception('told');
(string) $error;
var_dump(((array) $error)["\0Exception\0string"] === (string) $error);
--EXPECT--
ip2long(): Argument #1 ($ip) must not contain any null bytes
inet_pton(): Argument #1 ($ip) must not contain any null bytes
string(4) "2727"
string(0) ""
string(8) "27616227"
string(4) "6162"
string(8) "27c3a927"
string(4) "c3a9"
string(4) "2727"
string(0) ""
string(4) "2727"
string(0) ""
string(22) "276f6b275c2727c3a92227"
string(16) "6f6b5c27c3a95c22"
int(1410065408)
int(-2147483648)
int(5)
bool(false)
bool(true)
