--TEST--
preg_replace_callback_array(): a callback for each pattern
--FILE--
<?php
var_dump(preg_replace_callback_array([
    '/\d+/' => fn($m) => $m[0] + 1,
    '/[aeiou]/' => fn($m) => strtoupper($m[0]),
], ['a1', 'k' => 'bee 9'], -1, $count), $count);
try {
    preg_replace_callback_array(['/a/' => 'no_such_function'], 'a');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
try {
    preg_replace_callback_array(['strlen'], 'a');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
array(2) {
  [0]=>
  string(2) "A2"
  ["k"]=>
  string(6) "bEE 10"
}
int(5)
preg_replace_callback_array(): Argument #1 ($pattern) must contain only valid callbacks
preg_replace_callback_array(): Argument #1 ($pattern) must contain only string patterns as keys
