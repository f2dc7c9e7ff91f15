--TEST--
assert throws an AssertionError with the expression's source
--FILE--
<?php
assert(true);
try { assert(1 > 2); } catch (AssertionError $e) { echo $e->getMessage(), "\n"; }
try { assert($x ?? strlen('abc') === 4 && [1, 'k' => null][0] !== fn($y) => $y + 1, 'described'); } catch (AssertionError $e) {
    echo $e->getMessage(), "\n";
}
try { assert(false, new DomainException('own')); } catch (DomainException $e) { echo $e->getMessage(), "\n"; }
try { assert(in_array("it's", ['a' . 'b', "c$x"], strict: true) || !isset($o->p['q']) and (int) '5' <=> -3); } catch (AssertionError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
assert(1 > 2)
described
own

Warning: Undefined variable $x in %s10_assert.php on line 8
