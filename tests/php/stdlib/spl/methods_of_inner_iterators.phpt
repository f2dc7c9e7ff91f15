--TEST--
Iterators that hold another call what they lack on that one, called by name too
--FILE--
<?php
class Numbers extends ArrayIterator
{
    public function hello($name = 'you') { return get_class($this) . " says hello to $name"; }
    public function __call($name, $arguments) { return "call $name"; }
}
foreach ([
    new IteratorIterator(new Numbers([1, 2])),
    new LimitIterator(new Numbers([1, 2]), 0, 1),
    new RecursiveIteratorIterator(new RecursiveArrayIterator([1, 2])),
    new IteratorIterator(new NoRewindIterator(new Numbers([1, 2]))),
    new AppendIterator,
] as $iterator) {
    echo get_class($iterator), "\n";
    foreach (['hello', 'count', 'nope', 'getArrayCopy', 'current'] as $method) {
        echo "  $method ", json_encode([method_exists($iterator, $method), is_callable([$iterator, $method])]);
        foreach ([fn() => $iterator->$method(), fn() => call_user_func([$iterator, $method])] as $call) {
            try {
                echo ' ', json_encode($call());
            } catch (Throwable $error) {
                echo ' ', get_class($error), ': ', $error->getMessage();
            }
        }
        echo "\n";
    }
}
var_dump(method_exists('IteratorIterator', 'count'));
--EXPECT--
IteratorIterator
  hello [true,true] "Numbers says hello to you" "Numbers says hello to you"
  count [true,true] 2 2
  nope [false,true] "call nope" "call nope"
  getArrayCopy [true,true] [1,2] [1,2]
  current [true,true] null null
LimitIterator
  hello [true,true] "Numbers says hello to you" "Numbers says hello to you"
  count [true,true] 2 2
  nope [false,true] "call nope" "call nope"
  getArrayCopy [true,true] [1,2] [1,2]
  current [true,true] null null
RecursiveIteratorIterator
  hello [false,false]  Error: Call to undefined method RecursiveIteratorIterator::hello()  TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class RecursiveIteratorIterator does not have a method "hello"
  count [true,true] 2 2
  nope [false,false]  Error: Call to undefined method RecursiveIteratorIterator::nope()  TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class RecursiveIteratorIterator does not have a method "nope"
  getArrayCopy [true,true] [1,2] [1,2]
  current [true,true] 1 1
IteratorIterator
  hello [true,true] "Numbers says hello to you" "Numbers says hello to you"
  count [true,true] 2 2
  nope [false,true] "call nope" "call nope"
  getArrayCopy [true,true] [1,2] [1,2]
  current [true,true] null null
AppendIterator
  hello [false,false]  Error: Call to undefined method AppendIterator::hello()  TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class AppendIterator does not have a method "hello"
  count [false,false]  Error: Call to undefined method AppendIterator::count()  TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class AppendIterator does not have a method "count"
  nope [false,false]  Error: Call to undefined method AppendIterator::nope()  TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class AppendIterator does not have a method "nope"
  getArrayCopy [false,false]  Error: Call to undefined method AppendIterator::getArrayCopy()  TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, class AppendIterator does not have a method "getArrayCopy"
  current [true,true] null null
bool(false)
