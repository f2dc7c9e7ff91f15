--TEST--
LimitIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
foreach (new LimitIterator(new ArrayIterator(range(1, 9)), 2, 3) as $k => $v) { echo "$k=>$v "; } $l = new LimitIterator(new ArrayIterator([1, 2, 3]), 1); foreach ($l as $v) { echo $v, $l->getPosition(); } attempt(fn() => $l->seek(0)); attempt(fn() => new LimitIterator(new ArrayIterator([]), -1)); attempt(fn() => new LimitIterator(new ArrayIterator([]), 0, -2)); function g() { yield 'a'; yield 'b'; yield 'c'; } foreach (new LimitIterator(g(), 1, 1) as $v) { echo $v; }
--EXPECT--
2=>3 3=>4 4=>5 2132OutOfBoundsException: Cannot seek to 0 which is below the offset 1
ValueError: LimitIterator::__construct(): Argument #2 ($offset) must be greater than or equal to 0
ValueError: LimitIterator::__construct(): Argument #3 ($limit) must be greater than or equal to -1
b
