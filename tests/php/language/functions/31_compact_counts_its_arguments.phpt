--TEST--
compact() says which argument is wrong, however deep it lies
--FILE--
<?php
function h() {
    $a = 1;
    try { var_dump(compact('a', 5)); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
    try { var_dump(compact(['a', ['zz', 3.5]])); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
    try { var_dump(compact('a', ['nope'])); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
}
h();
--EXPECTF--
Warning: compact(): Argument #2 must be string or array of strings, int given in %s31_compact_counts_its_arguments.php on line 4
array(1) {
  ["a"]=>
  int(1)
}

Warning: compact(): Undefined variable $zz in %s31_compact_counts_its_arguments.php on line 5

Warning: compact(): Argument #1 must be string or array of strings, float given in %s31_compact_counts_its_arguments.php on line 5
array(1) {
  ["a"]=>
  int(1)
}

Warning: compact(): Undefined variable $nope in %s31_compact_counts_its_arguments.php on line 6
array(1) {
  ["a"]=>
  int(1)
}
