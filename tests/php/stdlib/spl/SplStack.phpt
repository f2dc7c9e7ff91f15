--TEST--
SplStack
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$s = new SplStack; $s->push(1); $s->push(2); $s[] = 3; foreach ($s as $k => $v) { echo "$k=>$v "; } echo $s->top(), $s->pop(), count($s), "\n"; var_dump($s[0], $s); attempt(fn() => $s->setIteratorMode(0)); attempt(fn() => (new SplStack)->pop());
--EXPECT--
2=>3 1=>2 0=>1 332
int(2)
object(SplStack)#2 (2) {
  ["flags":"SplDoublyLinkedList":private]=>
  int(6)
  ["dllist":"SplDoublyLinkedList":private]=>
  array(2) {
    [0]=>
    int(1)
    [1]=>
    int(2)
  }
}
RuntimeException: Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen
RuntimeException: Can't pop from an empty datastructure
