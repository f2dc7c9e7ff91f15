--TEST--
How array keys are cast
--FILE--
<?php
var_dump(['1' => 'a', '01' => 'b', true => 'd', null => 'e', '-5' => 'f', '-0' => 'g', 8 => 'h', 'i']);
$a = []; $a[-3] = 'x'; $a[] = 'y'; $a['z'] = 1; $a[] = 'w'; print_r($a);
$a = [5 => 'a']; unset($a[5]); $a[] = 'b'; print_r($a);
$a = [1.7 => 'deprecated'];
var_dump($a);
try { $a[[]] = 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $a[new stdClass] = 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { var_dump(isset($a[[]])); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$a[PHP_INT_MAX] = 1;
try { $a[] = 2; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
array(7) {
  [1]=>
  string(1) "d"
  ["01"]=>
  string(1) "b"
  [""]=>
  string(1) "e"
  [-5]=>
  string(1) "f"
  ["-0"]=>
  string(1) "g"
  [8]=>
  string(1) "h"
  [9]=>
  string(1) "i"
}
Array
(
    [-3] => x
    [-2] => y
    [z] => 1
    [-1] => w
)
Array
(
    [6] => b
)

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s16_array_keys.php on line 5
array(1) {
  [1]=>
  string(10) "deprecated"
}
Cannot access offset of type array on array
Cannot access offset of type stdClass on array
Cannot access offset of type array in isset or empty
Cannot add element to the array as the next element is already occupied
