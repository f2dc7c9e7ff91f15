--TEST--
Single quoted strings know two escapes
--FILE--
<?php
echo 'it\'s', "\n", 'back\\slash', "\n", 'no \n $x {$x} \x41', "\n", 'ends with \\', "\n";
echo 'two
lines', "\n";
var_dump('\\\'', '\a', strlen('\\n'));
--EXPECT--
it's
back\slash
no \n $x {$x} \x41
ends with \
two
lines
string(2) "\'"
string(2) "\a"
int(2)
