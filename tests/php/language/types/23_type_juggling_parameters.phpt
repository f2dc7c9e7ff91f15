--TEST--
Scalars passed to typed parameters, weak mode
--FILE--
<?php
function i(int $x) { var_dump($x); } function f(float $x) { var_dump($x); }
function s(string $x) { var_dump($x); } function b(bool $x) { var_dump($x); }
i('12'); i(3.0); i(true); f(5); f('1e2'); s(12); s(1.5); s(true); b('a'); b(0); b(0.0);
i(1.5);
i(' 7 ');
foreach ([['i', 'abc'], ['i', '1.5'], ['i', null], ['i', []], ['f', 'x'], ['s', []], ['b', new stdClass], ['i', 1e30], ['i', NAN]] as [$fn, $v]) {
    try { $fn($v); } catch (TypeError $e) { echo preg_replace('/, called in.*/', '', $e->getMessage()), "\n"; }
}
--EXPECTF--
int(12)
int(3)
int(1)
float(5)
float(100)
string(2) "12"
string(3) "1.5"
string(1) "1"
bool(true)
bool(false)
bool(false)

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s23_type_juggling_parameters.php on line 2
int(1)
int(7)
i(): Argument #1 ($x) must be of type int, string given

Deprecated: Implicit conversion from float-string "1.5" to int loses precision in %s23_type_juggling_parameters.php on line 2
int(1)
i(): Argument #1 ($x) must be of type int, null given
i(): Argument #1 ($x) must be of type int, array given
f(): Argument #1 ($x) must be of type float, string given
s(): Argument #1 ($x) must be of type string, array given
b(): Argument #1 ($x) must be of type bool, stdClass given
i(): Argument #1 ($x) must be of type int, float given
i(): Argument #1 ($x) must be of type int, float given
