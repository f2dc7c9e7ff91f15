--TEST--
Logical operators give booleans and stop early
--FILE--
<?php
function t($x) { echo $x; return true; } function f($x) { echo $x; return false; }
var_dump(t('a') && f('b') && t('c'), f('a') || t('b') || f('c'), !t('x'), t('a') xor t('b'), 'str' && 1, '0' || 0, !'', !!'a');
$a = false or true; $b = false || true; var_dump($a, $b);
$c = true && false or true; var_dump($c, 1 <=> 2 && 3, not_ (1));
function not_($x) { return !$x; }
--EXPECT--
ababxabbool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
