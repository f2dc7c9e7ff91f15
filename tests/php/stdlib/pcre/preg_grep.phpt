--TEST--
preg_grep(): keys stay
--FILE--
<?php
var_dump(preg_grep('/^\d+$/', ['1', 'a', 'k' => '22', 3, 4.5, null]));
var_dump(preg_grep('/^\d+$/', ['1', 'a', 'k' => '22'], PREG_GREP_INVERT));
var_dump(preg_grep('/a/u', ['a', "\xff", 'a']), preg_last_error());
--EXPECT--
array(3) {
  [0]=>
  string(1) "1"
  ["k"]=>
  string(2) "22"
  [2]=>
  int(3)
}
array(1) {
  [1]=>
  string(1) "a"
}
array(1) {
  [0]=>
  string(1) "a"
}
int(4)
