--TEST--
Small functions: arguments are evaluated once, in order, and errors name the function
--FILE--
<?php
function square(int $x) { return $x * $x; }
function is_set($x) { return $x !== null; }
function label(int $n, string $s): string { return $s . ": " . $n; }
function half($x) { return $x / 2; }
function none($x) { return 1; }
function choose(bool $b) { return $b ? "yes" : "no"; }
function by_ref(&$x) { $x++; return $x; }
function note($x) { echo "<$x>"; return $x; }

echo square(3), " ", square(-2), " ", square("4"), "\n";
echo label((int) "7", "seven"), " ", label(note(1), note("one")), "\n";
var_dump(is_set($undefined), is_set(1), is_set(null), none($undefined));
echo choose(true), choose(1 > 2), choose(1), "\n";
try {
    echo square("x");
} catch (TypeError $e) {
    echo preg_replace('~, called in .*~', '', $e->getMessage()), " ", count($e->getTrace()), "\n";
}
try {
    half([]);
} catch (TypeError $e) {
    echo $e->getMessage(), " in ", $e->getTrace()[0]['function'], " on ", $e->getLine(), "\n";
}
try {
    square();
} catch (ArgumentCountError $e) {
    echo preg_replace('~ passed in .*~', '', $e->getMessage()), "\n";
}
echo by_ref(square(2)), "\n";
echo square(x: 5), square(...[6]), implode(",", array_map('square', [1, 2])), "\n";
function mutual(int $n) { return $n === 0; }
var_dump(mutual(0), (new ReflectionFunction('mutual'))->getNumberOfParameters());
?>
--EXPECTF--
9 4 16
seven: 7 <1><one>one: 1

Warning: Undefined variable $undefined in %s on line 13

Warning: Undefined variable $undefined in %s on line 13
bool(false)
bool(true)
bool(false)
int(1)
yesnoyes
square(): Argument #1 ($x) must be of type int, string given 1
Unsupported operand types: array / int in half on 5
Too few arguments to function square(), 0

Notice: Only variables should be passed by reference in %s on line 30
5
25361,4
bool(true)
int(1)
