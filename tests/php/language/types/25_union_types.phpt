--TEST--
Union, nullable and intersection types
--FILE--
<?php
function u(int|string $x) { var_dump($x); } function n(?int $x) { var_dump($x); }
function fb(int|bool $x) { var_dump($x); } function ft(float|false $x) { var_dump($x); }
function inf(int|float $x) { var_dump($x); }
u(1.5); u(true); u('a'); n(null); n('3'); fb('5'); fb('x'); ft('1'); ft(false); inf('1.0'); inf('7'); inf('1e2');
foreach ([fn() => u(null), fn() => u([]), fn() => n('x'), fn() => ft(null)] as $try) {
    try { $try(); } catch (TypeError $e) { echo preg_replace('/, called in.*/', '', $e->getMessage()), "\n"; }
}
interface A {} interface B {} class AB implements A, B, Countable { function count(): int { return 3; } }
function both(A&B $x) { echo 'both '; } function dnf((A&B)|null|int $x) { echo get_debug_type($x), "\n"; }
both(new AB); dnf(new AB); dnf(null); dnf(7);
try { both(new class implements A {}); } catch (TypeError $e) {
    echo preg_replace('/class@anonymous\S*/', 'anon', preg_replace('/, called in.*/', '', $e->getMessage())), "\n";
}
--EXPECTF--
Deprecated: Implicit conversion from float 1.5 to int loses precision in %s25_union_types.php on line 2
int(1)
int(1)
string(1) "a"
NULL
int(3)
int(5)
bool(true)
float(1)
bool(false)
float(1)
int(7)
float(100)
u(): Argument #1 ($x) must be of type string|int, null given
u(): Argument #1 ($x) must be of type string|int, array given
n(): Argument #1 ($x) must be of type ?int, string given
ft(): Argument #1 ($x) must be of type float|false, null given
both AB
null
int
both(): Argument #1 ($x) must be of type A&B, A@anonymous given
