--TEST--
SplQueue
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$q = new SplQueue; $q->enqueue('a'); $q[] = 'b'; $q->push('c'); echo $q->dequeue(), count($q), "\n"; foreach ($q as $i => $x) { echo $i, $x, "\n"; } attempt(fn() => $q->setIteratorMode(SplQueue::IT_MODE_LIFO)); var_dump($q->getIteratorMode());
--EXPECT--
a2
0b
1c
RuntimeException: Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen
int(4)
