--TEST--
Escapes of double quoted strings
--FILE--
<?php
var_dump("\\ \" \$x \t| \e[0m \v\f" === "\x5c\x20\x22\x20\x24x\x20\x09|\x20\x1b[0m\x20\x0b\x0c");
echo bin2hex("\n\r\t\v\e\f\\\$\""), "\n";
echo bin2hex("\101\60\377\400\8"), "\n";
echo bin2hex("\x41\x4g\xg"), "\n";
echo "\u{48}\u{e9}\u{20AC}\u{1F600}", ' ', bin2hex("\u{7ff}\u{10ffff}"), "\n";
echo "unknown \q \' stay", "\n";
--EXPECTF--
Warning: Octal escape sequence overflow \400 is greater than \377 in %s06_double_quoted.php on line 4
bool(true)
0a0d090b1b0c5c2422
4130ff005c38
4104675c7867
Hé€😀 dfbff48fbfbf
unknown \q \' stay
