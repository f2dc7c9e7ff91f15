--TEST--
What methods say of odd arguments: names of functions in messages, null as an offset, order of checks, elements that are not there
--FILE--
<?php
set_error_handler(function ($level, $message) {
    echo "[$level] ", $message, "\n";
    return true;
});
function attempt(callable ...$calls) {
    foreach ($calls as $call) {
        try {
            var_dump($call());
        } catch (Throwable $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
echo "--- sorting\n";
$array = new ArrayObject([3, 1, 2]);
attempt(
    fn() => $array->uasort(null), fn() => $array->uksort('no_such'), fn() => $array->uasort(), fn() => $array->uasort(fn($a, $b) => $a > $b),
    fn() => (new ArrayIterator([2, 1]))->uksort(fn($a, $b) => $a > $b), fn() => $array->uasort(fn() => throw new Exception('from within')),
    fn() => $array->asort('x'), fn() => $array->uasort(fn($a, $b) => $a <=> $b), fn() => $array->getArrayCopy(),
);
echo "--- null as an offset, and none\n";
class Told extends SplFixedArray {
    function offsetSet($index, $value): void { echo 'set ', json_encode($index), "\n"; }
}
foreach ([new SplFixedArray(2), new WeakMap, new SplObjectStorage, new SplDoublyLinkedList, new ArrayObject, new Told(1)] as $object) {
    attempt(
        fn() => $object[null], fn() => $object[null] = 1, fn() => $object[] = 1, fn() => isset($object[null]),
        fn() => $object->offsetGet(null), fn() => $object->offsetSet(null, 1), fn() => $object->offsetExists(null),
        fn() => $object->offsetUnset(null),
    );
}
echo "--- elements that are not there\n";
$counts = new ArrayObject;
$counts['a']++;
++$counts['b'];
$counts['a']++;
$counts['c'] .= 'x';
$counts['d'] ??= 5;
$counts['e'][] = 1;
var_dump($counts[null]++, $counts->getArrayCopy());
class Defaults extends ArrayObject {
    function offsetGet($key): mixed { return 7; }
}
$defaults = new Defaults;
$defaults['x']++;
var_dump($defaults->getArrayCopy());
echo "--- constructors of iterators\n";
attempt(
    fn() => new RecursiveIteratorIterator(1), fn() => new RecursiveIteratorIterator(new stdClass), fn() => new RecursiveIteratorIterator(new stdClass, 'x'),
    fn() => new RecursiveIteratorIterator(new ArrayIterator([])), fn() => new RecursiveIteratorIterator(null, 'x'),
    fn() => new RecursiveCachingIterator(1), fn() => new RecursiveCachingIterator(new ArrayIterator([])), fn() => new RecursiveCachingIterator(new stdClass, 'x'),
    fn() => new RecursiveTreeIterator(null, 'x'), fn() => new RecursiveTreeIterator(new stdClass), fn() => new RecursiveTreeIterator(1),
);
echo "--- others\n";
$caching = new CachingIterator(new ArrayIterator(['a']), CachingIterator::FULL_CACHE);
attempt(
    fn() => $caching->getFlags(), fn() => $caching->rewind(), fn() => $caching->getFlags(), fn() => $caching->offsetGet(fopen('php://memory', 'r')),
    fn() => $caching->next(), fn() => $caching->getFlags(),
    fn() => (new ArrayObject)->unserialize("x;"), fn() => (new SplObjectStorage)->unserialize("x;"), fn() => (new ArrayObject)->unserialize("y"),
    fn() => (new SplTempFileObject)->fwrite('abc', 0), fn() => (new SplTempFileObject)->fwrite('abc', 2), fn() => (new SplTempFileObject)->fwrite('abc', -1),
    fn() => (new SplTempFileObject)->fwrite('abc'), fn() => (new SplTempFileObject)->getFileInfo()->getFilename(),
    fn() => (new SplFileInfo(''))->getSize(), fn() => (new SplFileInfo(''))->getType(), fn() => (new SplFileInfo('/no/such'))->getSize(),
    fn() => (new SplFileInfo('/a/b'))->openFile('r', false, fopen('php://memory', 'r')),
);
$generator = (function () { yield 1; })();
$append = new AppendIterator;
$append->append($generator);
attempt(fn() => iterator_to_array($append), fn() => iterator_to_array($append));
$value = 'v';
$list = [1, &$value];
var_dump(array_map(null, $list, [2]));
echo "--- names for a fiber\n";
attempt(
    fn() => (new Fiber(fn($a, $b = 2) => Fiber::suspend([$a, $b])))->start(a: 1), fn() => (new Fiber(fn($a, $b) => Fiber::suspend([$a, $b])))->start(1, b: 3),
    fn() => (new Fiber(fn($a) => 1))->start(no_such: 1), fn() => (new Fiber(fn(...$all) => Fiber::suspend($all)))->start(1, x: 2),
    fn() => (new Fiber('strlen'))->start(string: 'abc'), fn() => (new Fiber(fn($a) => 1))->start(1, a: 1),
);
--EXPECT--
--- sorting
TypeError: uasort(): Argument #2 ($callback) must be a valid callback, no array or string given
TypeError: uksort(): Argument #2 ($callback) must be a valid callback, function "no_such" not found or invalid function name
ArgumentCountError: ArrayObject::uasort() expects exactly 1 argument, 0 given
[8192] uasort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero
bool(true)
[8192] uksort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero
bool(true)
Exception: from within
TypeError: ArrayObject::asort(): Argument #1 ($flags) must be of type int, string given
bool(true)
array(3) {
  [1]=>
  int(1)
  [2]=>
  int(2)
  [0]=>
  int(3)
}
--- null as an offset, and none
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
Error: [] operator not supported for SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: WeakMap key must be an object
TypeError: WeakMap key must be an object
Error: Cannot append to WeakMap
TypeError: WeakMap key must be an object
TypeError: WeakMap key must be an object
TypeError: WeakMap key must be an object
TypeError: WeakMap key must be an object
TypeError: WeakMap key must be an object
TypeError: SplObjectStorage::offsetGet(): Argument #1 ($object) must be of type object, null given
TypeError: SplObjectStorage::offsetSet(): Argument #1 ($object) must be of type object, null given
TypeError: SplObjectStorage::offsetSet(): Argument #1 ($object) must be of type object, null given
TypeError: SplObjectStorage::offsetExists(): Argument #1 ($object) must be of type object, null given
TypeError: SplObjectStorage::offsetGet(): Argument #1 ($object) must be of type object, null given
TypeError: SplObjectStorage::offsetSet(): Argument #1 ($object) must be of type object, null given
TypeError: SplObjectStorage::offsetExists(): Argument #1 ($object) must be of type object, null given
TypeError: SplObjectStorage::offsetUnset(): Argument #1 ($object) must be of type object, null given
[8192] SplDoublyLinkedList::offsetGet(): Passing null to parameter #1 ($index) of type int is deprecated
OutOfRangeException: SplDoublyLinkedList::offsetGet(): Argument #1 ($index) is out of range
int(1)
int(1)
[8192] SplDoublyLinkedList::offsetExists(): Passing null to parameter #1 ($index) of type int is deprecated
bool(true)
[8192] SplDoublyLinkedList::offsetGet(): Passing null to parameter #1 ($index) of type int is deprecated
int(1)
NULL
[8192] SplDoublyLinkedList::offsetExists(): Passing null to parameter #1 ($index) of type int is deprecated
bool(true)
[8192] SplDoublyLinkedList::offsetUnset(): Passing null to parameter #1 ($index) of type int is deprecated
NULL
[2] Undefined array key ""
NULL
int(1)
int(1)
bool(false)
[2] Undefined array key ""
NULL
NULL
bool(false)
NULL
TypeError: Cannot access offset of type null on SplFixedArray
set null
int(1)
set null
int(1)
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
set null
NULL
TypeError: Cannot access offset of type null on SplFixedArray
TypeError: Cannot access offset of type null on SplFixedArray
--- elements that are not there
[2] Undefined array key "a"
[2] Undefined array key "b"
[2] Undefined array key "c"
[2] Undefined array key ""
NULL
array(6) {
  ["a"]=>
  int(2)
  ["b"]=>
  int(1)
  ["c"]=>
  string(1) "x"
  ["d"]=>
  int(5)
  ["e"]=>
  array(1) {
    [0]=>
    int(1)
  }
  [""]=>
  int(1)
}
[8] Indirect modification of overloaded element of Defaults has no effect
array(0) {
}
--- constructors of iterators
TypeError: RecursiveIteratorIterator::__construct(): Argument #1 ($iterator) must be of type object, int given
InvalidArgumentException: An instance of RecursiveIterator or IteratorAggregate creating it is required
TypeError: RecursiveIteratorIterator::__construct(): Argument #2 ($mode) must be of type int, string given
InvalidArgumentException: An instance of RecursiveIterator or IteratorAggregate creating it is required
TypeError: RecursiveIteratorIterator::__construct(): Argument #1 ($iterator) must be of type object, null given
TypeError: RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, int given
TypeError: RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, ArrayIterator given
TypeError: RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, stdClass given
TypeError: RecursiveTreeIterator::__construct(): Argument #1 ($iterator) must be of type object, null given
TypeError: RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, stdClass given
TypeError: RecursiveTreeIterator::__construct(): Argument #1 ($iterator) must be of type object, int given
--- others
int(256)
NULL
int(65792)
TypeError: CachingIterator::offsetGet(): Argument #1 ($key) must be of type string, resource given
NULL
int(256)
UnexpectedValueException: Error at offset 1 of 2 bytes
UnexpectedValueException: Error at offset 1 of 2 bytes
UnexpectedValueException: Error at offset 0 of 1 bytes
int(0)
int(2)
int(0)
int(3)
string(10) "php://temp"
bool(false)
bool(false)
RuntimeException: SplFileInfo::getSize(): stat failed for /no/such
TypeError: SplFileInfo::openFile(): supplied resource is not a valid Stream-Context resource
array(1) {
  [0]=>
  int(1)
}
Exception: Cannot traverse an already closed generator
array(2) {
  [0]=>
  array(2) {
    [0]=>
    int(1)
    [1]=>
    int(2)
  }
  [1]=>
  array(2) {
    [0]=>
    &string(1) "v"
    [1]=>
    NULL
  }
}
--- names for a fiber
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(3)
}
Error: Unknown named parameter $no_such
array(2) {
  [0]=>
  int(1)
  ["x"]=>
  int(2)
}
NULL
Error: Named parameter $a overwrites previous argument
