--TEST--
gettimeofday(): as array and as float
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(array_keys(gettimeofday()), is_float(gettimeofday(true)));
--EXPECT--
array(4) {
  [0]=>
  string(3) "sec"
  [1]=>
  string(4) "usec"
  [2]=>
  string(11) "minuteswest"
  [3]=>
  string(7) "dsttime"
}
bool(true)
