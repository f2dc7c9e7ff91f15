--TEST--
BcMath\Number: what its methods say of arguments of other types
--FILE--
<?php
foreach (['add', 'compare', 'pow'] as $method) {
    foreach ([[], new stdClass, 'x'] as $value) {
        try {
            (new BcMath\Number(1))->$method($value);
        } catch (Error $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
--EXPECT--
TypeError: BcMath\Number::add(): Argument #1 ($num) must be of type int, string, or BcMath\Number, array given
TypeError: BcMath\Number::add(): Argument #1 ($num) must be of type int, string, or BcMath\Number, stdClass given
ValueError: BcMath\Number::add(): Argument #1 ($num) is not well-formed
TypeError: BcMath\Number::compare(): Argument #1 ($num) must be of type int, string, or BcMath\Number, array given
TypeError: BcMath\Number::compare(): Argument #1 ($num) must be of type int, string, or BcMath\Number, stdClass given
ValueError: BcMath\Number::compare(): Argument #1 ($num) is not well-formed
TypeError: BcMath\Number::pow(): Argument #1 ($exponent) must be of type int, string, or BcMath\Number, array given
TypeError: BcMath\Number::pow(): Argument #1 ($exponent) must be of type int, string, or BcMath\Number, stdClass given
ValueError: BcMath\Number::pow(): Argument #1 ($exponent) is not well-formed
