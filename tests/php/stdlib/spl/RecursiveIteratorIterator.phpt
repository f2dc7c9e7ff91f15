--TEST--
RecursiveIteratorIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$data = ['a' => 1, 'b' => ['c' => 2, 'd' => ['e' => 3]], 'f' => []]; foreach ([0, 1, 2] as $mode) { $it = new RecursiveIteratorIterator(new RecursiveArrayIterator($data), $mode); foreach ($it as $k => $v) { echo $it->getDepth(), $k, is_array($v) ? '[]' : $v, ' '; } echo "\n"; } $it->setMaxDepth(1); foreach ($it as $k => $v) { echo $k; } var_dump($it->getMaxDepth()); class R extends RecursiveIteratorIterator { function beginChildren(): void { echo '<'; } function endChildren(): void { echo '>'; } } foreach (new R(new RecursiveArrayIterator($data)) as $v) { echo $v; } attempt(fn() => new RecursiveIteratorIterator(new ArrayIterator([])));
--EXPECT--
0a1 1c2 2e3 
0a1 0b[] 1c2 1d[] 2e3 0f[] 
0a1 1c2 2e3 1d[] 0b[] 0f[] 
acdbfint(1)
1<2<3>><>InvalidArgumentException: An instance of RecursiveIterator or IteratorAggregate creating it is required
