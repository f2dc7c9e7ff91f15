--TEST--
A Randomizer that was never constructed
--FILE--
<?php
$randomizer = unserialize('C:17:"Random\Randomizer":3:{x:i}');
echo serialize($randomizer), "\n";
var_dump($randomizer->__serialize());
try {
    $randomizer->__unserialize([]);
} catch (Exception $error) {
    echo $error->getMessage(), "\n";
}
--EXPECTF--
Warning: Class Random\Randomizer has no unserializer in %srandomizer_without_engine.php on line 2
O:17:"Random\Randomizer":1:{i:0;a:0:{}}
array(1) {
  [0]=>
  array(0) {
  }
}
Invalid serialization data for Random\Randomizer object
