--TEST--
AppendIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$a = new AppendIterator; $a->append(new ArrayIterator(['x' => 1])); $a->append(new ArrayIterator([])); $a->append(new ArrayIterator(['x' => 2, 'y' => 3])); foreach ($a as $k => $v) { echo $a->getIteratorIndex(), "$k=>$v\n"; } var_dump(count($a->getArrayIterator()), iterator_to_array($a));
--EXPECT--
0x=>1
2x=>2
2y=>3
int(3)
array(2) {
  ["x"]=>
  int(2)
  ["y"]=>
  int(3)
}
