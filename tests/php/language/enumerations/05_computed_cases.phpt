--TEST--
Cases whose values are expressions are checked when first met
--FILE--
<?php
const ONE = 1;
enum Good: int { case A = ONE + 0; case B = ONE << 3; const D = self::B; }
var_dump(Good::from(8), Good::tryFrom(9), Good::D->value);
enum Twice: int { case A = ONE; case B = 2 - 1; }
enum Wrong: int { case A = ONE . ''; }
foreach ([fn() => Twice::A, fn() => Twice::from(1), fn() => Wrong::A] as $try) {
    try { var_dump($try()); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
--EXPECT--
enum(Good::B)
NULL
int(8)
Error: Duplicate value in enum Twice for cases A and B
Error: Duplicate value in enum Twice for cases A and B
TypeError: Enum case type string does not match enum backing type int
