--TEST--
preg_quote(): what is special in a pattern
--FILE--
<?php
var_dump(preg_quote('Hello.World?[ 1 + 1 = 2 ]#-/'), preg_quote('a/b', '/'), preg_quote("a\0b"), preg_quote('', '/'));
var_dump(preg_match('/^' . preg_quote('.\\+*?[^]$(){}=!<>|:-#/', '/') . '$/', '.\\+*?[^]$(){}=!<>|:-#/'));
--EXPECT--
string(36) "Hello\.World\?\[ 1 \+ 1 \= 2 \]\#\-/"
string(4) "a\/b"
string(6) "a\000b"
string(0) ""
int(1)
