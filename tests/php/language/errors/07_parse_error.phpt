--TEST--
A parse error names the token and the line
--FILE--
<?php
echo "never printed";
function f() {
    $x = [1, 2;
}
--EXPECTF--
Parse error: syntax error, unexpected token ";", expecting "]" in %s07_parse_error.php on line 4
