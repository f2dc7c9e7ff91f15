--TEST--
An operand that nobody else holds gives its number back before the result is assigned
--FILE--
<?php
use BcMath\Number;
foreach (['+', '-', '*', '/', '%', '**'] as $operator) {
    $code = '$result = "6" ' . $operator . ' new BcMath\Number(4); ';
    eval($code . $code . '$x = new stdClass; $y = new stdClass; echo "$result ", spl_object_id($x), spl_object_id($y), "\n";');
    unset($result, $x, $y);
}
--EXPECT--
10 21
2 21
24 21
1.5 21
2 21
1296 21
