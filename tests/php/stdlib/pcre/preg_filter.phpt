--TEST--
preg_filter(): only subjects that matched
--FILE--
<?php
var_dump(preg_filter('/\d/', '#', ['a', 'b1', 'k' => '22'], -1, $count), $count);
var_dump(preg_filter('/\d/', '#', 'abc'), preg_filter(['/a/', '/b/'], ['b', 'c'], 'xa'));
--EXPECT--
array(2) {
  [1]=>
  string(2) "b#"
  ["k"]=>
  string(2) "##"
}
int(3)
NULL
string(2) "xc"
