--TEST--
What is true and what is false
--FILE--
<?php
foreach ([true, false, 0, 1, -1, 0.0, -0.0, 0.1, '', '0', '0.0', ' ', 'false', [], [0], null, new stdClass, NAN] as $v) {
    echo var_export((bool) $v, true), ' ', $v ? 'T' : 'F', ' ', !$v ? 'N' : 'Y', "\n";
}
--EXPECT--
true T Y
false F N
false F N
true T Y
true T Y
false F N
false F N
true T Y
false F N
false F N
true T Y
true T Y
true T Y
false F N
true T Y
false F N
true T Y
true T Y
