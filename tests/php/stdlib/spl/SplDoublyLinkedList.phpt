--TEST--
SplDoublyLinkedList
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$l = new SplDoublyLinkedList; $l->push(1); $l[] = 2; $l->unshift(0); $l->add(1, 'x'); foreach ($l as $k => $v) { echo "$k=>$v\n"; } var_dump($l->top(), $l->bottom(), $l->pop(), $l->shift(), count($l), isset($l[0], $l[9]), $l->isEmpty()); $l->setIteratorMode(SplDoublyLinkedList::IT_MODE_LIFO | SplDoublyLinkedList::IT_MODE_DELETE); foreach ($l as $k => $v) { echo "$k=>$v\n"; } var_dump(count($l)); attempt(fn() => $l->pop()); attempt(fn() => $l->shift()); attempt(fn() => $l->top()); attempt(fn() => $l[5]); attempt(fn() => $l->add(5, 1)); $l->push('a'); unset($l[0]); var_dump($l); $l->push([1]); echo serialize($l), "\n"; print_r(unserialize(serialize($l)));
--EXPECT--
0=>0
1=>x
2=>1
3=>2
int(2)
int(0)
int(2)
int(0)
int(2)
bool(false)
bool(false)
1=>1
0=>x
int(0)
RuntimeException: Can't pop from an empty datastructure
RuntimeException: Can't shift from an empty datastructure
RuntimeException: Can't peek at an empty datastructure
OutOfRangeException: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) is out of range
OutOfRangeException: SplDoublyLinkedList::add(): Argument #1 ($index) is out of range
object(SplDoublyLinkedList)#2 (2) {
  ["flags":"SplDoublyLinkedList":private]=>
  int(3)
  ["dllist":"SplDoublyLinkedList":private]=>
  array(0) {
  }
}
O:19:"SplDoublyLinkedList":3:{i:0;i:3;i:1;a:1:{i:0;a:1:{i:0;i:1;}}i:2;a:0:{}}
SplDoublyLinkedList Object
(
    [flags:SplDoublyLinkedList:private] => 3
    [dllist:SplDoublyLinkedList:private] => Array
        (
            [0] => Array
                (
                    [0] => 1
                )

        )

)
