--TEST--
FilterIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class Odd extends FilterIterator { function accept(): bool { return $this->current() % 2 == 1; } } foreach (new Odd(new ArrayIterator([1, 2, 3, 4, 5])) as $k => $v) { echo "$k=>$v "; } foreach (new CallbackFilterIterator(new ArrayIterator(['a' => 1, 'b' => 2]), fn($v, $k, $it) => $k === 'b') as $k => $v) { echo "$k=>$v\n"; } $r = new RecursiveCallbackFilterIterator(new RecursiveArrayIterator([1, [2, 3, [4]], 5]), fn($v, $k, $it) => $it->hasChildren() || $v > 2); foreach (new RecursiveIteratorIterator($r) as $v) { echo $v; } foreach (new RecursiveIteratorIterator(new ParentIterator(new RecursiveArrayIterator(['a' => ['b' => [1]], 'c' => 2])), 1) as $k => $v) { echo $k; }
--EXPECT--
0=>1 2=>3 4=>5 b=>2
345ab
