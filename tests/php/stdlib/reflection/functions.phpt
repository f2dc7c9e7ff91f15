--TEST--
Reflection: functions
--FILE--
<?php
/** Adds. */
function add(int $a, int $b = 1): int {
    static $calls = 0, $seen = [];
    $calls++;
    return $a + $b;
}
function &gen() { yield 1; }
$function = new ReflectionFunction('ADD');
var_dump($function->name, $function->getDocComment(), $function->getStartLine(), $function->getEndLine(), basename($function->getFileName()) === basename(__FILE__));
var_dump($function->getStaticVariables());
add(1);
var_dump($function->getStaticVariables()['calls'], $function->isInternal(), $function->isUserDefined(), $function->isGenerator());
$gen = new ReflectionFunction('gen');
var_dump($gen->isGenerator(), $gen->returnsReference());
$x = 5; $y = 6;
$closure = new ReflectionFunction(function () use ($x, &$y) { static $z = 7; });
var_dump($closure->getClosureUsedVariables(), $closure->getStaticVariables(), $closure->isClosure());
$builtin = new ReflectionFunction('strlen');
var_dump($builtin->isInternal(), $builtin->getFileName(), $builtin->getStartLine(), $builtin->getDocComment(), (string) $builtin->getReturnType());
try { new ReflectionFunction('nothing'); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
class M { function m() { return fn () => $this; } }
$m = new M;
$arrow = new ReflectionFunction($m->m());
var_dump($arrow->getClosureThis() === $m, $arrow->getClosureScopeClass()->name, $arrow->isStatic());
var_dump((new ReflectionFunction($m->m(...)))->name);
--EXPECT--
string(3) "add"
string(12) "/** Adds. */"
int(3)
int(7)
bool(true)
array(2) {
  ["calls"]=>
  int(0)
  ["seen"]=>
  array(0) {
  }
}
int(1)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
array(2) {
  ["x"]=>
  int(5)
  ["y"]=>
  &int(6)
}
array(3) {
  ["x"]=>
  int(5)
  ["y"]=>
  &int(6)
  ["z"]=>
  int(7)
}
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
string(3) "int"
Function nothing() does not exist
bool(true)
string(1) "M"
bool(false)
string(1) "m"
