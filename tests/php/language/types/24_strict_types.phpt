--TEST--
Scalars passed to typed parameters, strict mode
--FILE--
<?php
declare(strict_types=1);
function i(int $x): string { return 'int'; } function f(float $x) { var_dump($x); } function s(string $x) {}
f(5);
foreach ([fn() => i('1'), fn() => i(1.0), fn() => i(true), fn() => s(1), fn() => strlen(5), fn() => round('1.5')] as $try) {
    try { $try(); } catch (TypeError $e) { echo preg_replace('/, called in.*/', '', $e->getMessage()), "\n"; }
}
function r(): int { return '5'; }
try { r(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
echo array_map(fn(int $n): int => $n, [1, 2])[1], "\n";
--EXPECT--
float(5)
i(): Argument #1 ($x) must be of type int, string given
i(): Argument #1 ($x) must be of type int, float given
i(): Argument #1 ($x) must be of type int, true given
s(): Argument #1 ($x) must be of type string, int given
strlen(): Argument #1 ($string) must be of type string, int given
round(): Argument #1 ($num) must be of type int|float, string given
r(): Return value must be of type int, string returned
2
