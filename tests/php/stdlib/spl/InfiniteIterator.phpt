--TEST--
InfiniteIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$n = 0; foreach (new InfiniteIterator(new ArrayIterator(['a', 'b'])) as $k => $v) { echo $k, $v, ' '; if (++$n == 5) { break; } } $i = new NoRewindIterator(new ArrayIterator([1, 2, 3])); foreach ($i as $v) { echo $v; break; } $i->next(); foreach ($i as $v) { echo $v; } $e = new EmptyIterator; foreach ($e as $v) { echo 'never'; } attempt(fn() => $e->current()); attempt(fn() => $e->key()); var_dump($e->valid());
--EXPECT--
0a 1b 0a 1b 0a 123BadMethodCallException: Accessing the value of an EmptyIterator
BadMethodCallException: Accessing the key of an EmptyIterator
bool(false)
