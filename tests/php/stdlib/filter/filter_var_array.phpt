--TEST--
filter_var_array
--FILE--
<?php
var_dump(filter_var_array(["a" => "1", "b" => ["2", "x"], "c" => "z"], ["a" => FILTER_VALIDATE_INT, "b" => ["filter" => FILTER_VALIDATE_INT, "flags" => FILTER_REQUIRE_ARRAY], "d" => FILTER_VALIDATE_INT]));
var_dump(filter_var_array(["1", "x"], FILTER_VALIDATE_INT), filter_var_array(["a" => 1], ["b" => 1], false));
foreach ([[1], ["" => 1]] as $d) try { filter_var_array([], $d); } catch (Error $e) { echo $e->getMessage(), "\n"; }
?>
--EXPECT--
array(3) {
  ["a"]=>
  int(1)
  ["b"]=>
  array(2) {
    [0]=>
    int(2)
    [1]=>
    bool(false)
  }
  ["d"]=>
  NULL
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  bool(false)
}
array(0) {
}
filter_var_array(): Argument #2 ($options) must contain only string keys
filter_var_array(): Argument #2 ($options) cannot contain empty keys
