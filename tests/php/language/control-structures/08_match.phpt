--TEST--
match: strict comparison, several conditions, no match
--FILE--
<?php
function m($x) { return match ($x) { 1, 2 => 'small', '1' => 'string', null => 'null', default => 'other' }; }
echo m(1), m(2), m('1'), m(null), m(1.0), m(false), "\n";
$age = 20; echo match (true) { $age < 13 => 'child', $age < 20 => 'teen', default => 'adult', }, "\n";
foreach ([5, 'text', 'a very long string indeed', 1.5, true, null, [1], new stdClass] as $v) try {
    echo match ($v) { 'x' => 1 };
} catch (\UnhandledMatchError $e) { echo $e->getMessage(), "\n"; }
function t($n) { echo "t$n "; return $n; } echo match (t(2)) { t(1), t(2) => t('r'), t(3) => 'no' }, "\n";
$f = match (1) { 1 => fn($x) => $x * 2 }; echo $f(4), "\n";
echo match (true) { default => match (false) { true => 1, default => 'nested' } }, "\n";
match (1) { 1 => print "as statement\n" };
$x = match (true) { default => throw new Exception('thrown') };
--EXPECTF--
smallsmallstringnullotherother
adult
Unhandled match case 5
Unhandled match case 'text'
Unhandled match case 'a very long str...'
Unhandled match case 1.5
Unhandled match case true
Unhandled match case NULL
Unhandled match case of type array
Unhandled match case of type stdClass
t2 t1 t2 tr r
8
nested
as statement

Fatal error: Uncaught Exception: thrown in %s08_match.php:12
Stack trace:
#0 {main}
  thrown in %s08_match.php on line 12
