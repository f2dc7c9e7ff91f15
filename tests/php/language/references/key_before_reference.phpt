--TEST--
A key that changes a variable runs before the element becomes a reference to it
--FILE--
<?php
$made = [$a++ => &$a, 'k' => &$b, $b .= 'x' => $b];
$a = 5;
var_dump($made);
$made = [--$c => &$c];
$c = 'new';
var_dump($made);
--EXPECTF--
Warning: Undefined variable $a in %skey_before_reference.php on line 2
array(3) {
  [""]=>
  &int(5)
  ["k"]=>
  &string(1) "x"
  ["x"]=>
  string(1) "x"
}

Warning: Undefined variable $c in %skey_before_reference.php on line 5

Warning: Decrement on type null has no effect, this will change in the next major version of PHP in %skey_before_reference.php on line 5
array(1) {
  [""]=>
  &string(3) "new"
}
