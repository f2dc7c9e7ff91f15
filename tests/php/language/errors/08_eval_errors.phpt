--TEST--
A parse error inside eval is an exception
--FILE--
<?php
try { eval('$x = ;'); } catch (ParseError $e) { echo $e->getMessage(), ' on line ', $e->getLine(), "\n"; }
try { eval("\n\nfoo(;"); } catch (ParseError $e) { echo $e->getMessage(), ' on line ', $e->getLine(), "\n"; }
var_dump(eval('return 1 + 1;'), eval('$made = 5;'), $made); eval('?>html <?= $made ?>' . "\n");
eval('function ev() { return __FUNCTION__ . __LINE__; }'); echo ev(), "\n";
eval("\necho \$undef;");
try { eval('throw new Exception("from eval");'); } catch (Exception $e) {
    echo $e->getLine(), ' ', preg_replace('/^.*(?=\(\d+\) : eval)/', 'FILE', $e->getFile()), "\n";
}
--EXPECTF--
syntax error, unexpected token ";" on line 1
syntax error, unexpected token ";" on line 3
int(2)
NULL
int(5)
html 5ev1

Warning: Undefined variable $undef in %s08_eval_errors.php(6) : eval()'d code on line 2
1 FILE(7) : eval()'d code
