--TEST--
iterator_count()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
function g() { yield 1; yield 2; } show(iterator_count(g()), iterator_count(new ArrayIterator([1, 2, 3])), iterator_count([1])); attempt(fn () => iterator_count(5));
--EXPECT--
2
3
1
TypeError: iterator_count(): Argument #1 ($iterator) must be of type Traversable|array, int given
