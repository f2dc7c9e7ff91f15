--TEST--
Bindings to elements of objects, iterators that refuse or remember, folders of files
--FILE--
<?php
function at($f) { try { $f(); } catch (Throwable $e) { echo get_class($e),': ',$e->getMessage(),"\n"; } }
spl_autoload_register(function ($n) { echo "L$n\n"; }); var_dump(spl_autoload_unregister("spl_autoload_call")); var_dump(spl_autoload_functions());
at(fn() => new RecursiveTreeIterator(new ArrayIterator([1])));
at(fn() => new RecursiveTreeIterator(5));
at(fn() => new RecursiveTreeIterator(new ArrayObject([1])));
class AG implements IteratorAggregate { function getIterator(): Iterator { return new ArrayIterator([]); } }
at(fn() => new RecursiveTreeIterator(new AG));
at(fn() => new RecursiveIteratorIterator(new AG));
at(fn() => new RecursiveIteratorIterator(new ArrayIterator([])));
class AA implements ArrayAccess { function offsetGet($k): mixed { echo "get "; var_dump($k); return 1; } function offsetSet($k,$v): void { echo "set"; } function offsetExists($k): bool { return true; } function offsetUnset($k): void {} }
at(function() { $o = new AA; $v = 1; $o['x'] = &$v; });
at(function() { $o = new AA; $v = 1; $o[] = &$v; });
at(function() { $o = new ArrayObject([5]); $v = 1; $o['x'] = &$v; $o[0] = &$v; $v = 7; var_dump($o['x'], $o[0]); });
at(function() { $o = new ArrayObject([5]); $v = 1; $o[] = &$v; });
class AO extends ArrayObject { function offsetGet($k): mixed { echo "get\n"; return 1; } }
at(function() { $o = new AO([5]); $v = 1; $o[0] = &$v; });
at(function() { $o = new SplObjectStorage; $v = 1; $k = new stdClass; $o[$k] = &$v; });
at(function() { $o = new SplFixedArray(2); $v = 1; $o[0] = &$v; });
$c = new CachingIterator(new ArrayIterator([1,2]), CachingIterator::FULL_CACHE); foreach ($c as $_); 
at(fn() => var_dump($c->offsetExists(null), $c[null] ?? 'none', isset($c[null])));
at(function() use ($c) { $c[null] = 1; $c[] = 2; unset($c[null]); var_dump($c->getCache()); });
$it = new NoRewindIterator(new class([1,2,3]) extends ArrayIterator { function current(): mixed { echo "C "; return parent::current(); } });
foreach ($it as $x) { echo $x, "\n"; break; } foreach ($it as $x) { echo $x, "\n"; } 
$it = new NoRewindIterator((function() { yield 1; yield 2; })()); echo $it->current(), $it->current(); $it->next(); echo $it->current(), "\n";

foreach (['a','a/b','/a','/','a/','a/b/','//a','.','..','a//b','./a','php://temp/x'] as $n) { $p=(new SplFileInfo($n))->getPathInfo(); echo $n,' => ', $p===null?'null':json_encode([(string)$p, $p->getPath(), $p->getFilename()]),"\n"; }
echo (new SplTempFileObject)->getPathInfo(), (new SplTempFileObject(5))->getPathInfo(), (new SplTempFileObject(-1))->getPathInfo();
class X extends SplFileInfo { function __construct($p) { echo "X($p)"; parent::__construct($p); } } (new SplFileInfo('q/r'))->getPathInfo('X');
?>
--EXPECTF--
bool(true)
array(0) {
}
TypeError: RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, ArrayIterator given
TypeError: RecursiveTreeIterator::__construct(): Argument #1 ($iterator) must be of type object, int given
TypeError: RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, ArrayIterator given
TypeError: RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, ArrayIterator given
InvalidArgumentException: An instance of RecursiveIterator or IteratorAggregate creating it is required
InvalidArgumentException: An instance of RecursiveIterator or IteratorAggregate creating it is required
get string(1) "x"

Notice: Indirect modification of overloaded element of AA has no effect in %sodd_arguments.php on line 12
Error: Cannot assign by reference to an array dimension of an object
get NULL

Notice: Indirect modification of overloaded element of AA has no effect in %sodd_arguments.php on line 13
Error: Cannot assign by reference to an array dimension of an object
int(7)
int(7)

Notice: Indirect modification of overloaded element of ArrayObject has no effect in %sodd_arguments.php on line 15
Error: Cannot assign by reference to an array dimension of an object
get

Notice: Indirect modification of overloaded element of AO has no effect in %sodd_arguments.php on line 17
Error: Cannot assign by reference to an array dimension of an object
UnexpectedValueException: Object not found

Notice: Indirect modification of overloaded element of SplFixedArray has no effect in %sodd_arguments.php on line 19
Error: Cannot assign by reference to an array dimension of an object

Deprecated: CachingIterator::offsetExists(): Passing null to parameter #1 ($key) of type string is deprecated in %sodd_arguments.php on line 21

Deprecated: CachingIterator::offsetExists(): Passing null to parameter #1 ($key) of type string is deprecated in %sodd_arguments.php on line 21

Deprecated: CachingIterator::offsetExists(): Passing null to parameter #1 ($key) of type string is deprecated in %sodd_arguments.php on line 21
bool(false)
string(4) "none"
bool(false)

Deprecated: CachingIterator::offsetSet(): Passing null to parameter #1 ($key) of type string is deprecated in %sodd_arguments.php on line 22

Deprecated: CachingIterator::offsetSet(): Passing null to parameter #1 ($key) of type string is deprecated in %sodd_arguments.php on line 22

Deprecated: CachingIterator::offsetUnset(): Passing null to parameter #1 ($key) of type string is deprecated in %sodd_arguments.php on line 22
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
C 1
1
C 2
C 3
112
a => [".","","."]
a/b => ["a","","a"]
/a => ["\/","","\/"]
/ => ["\/","","\/"]
a/ => [".","","."]
a/b/ => ["a","","a"]
//a => ["\/","","\/"]
. => [".","","."]
.. => [".","","."]
a//b => ["a","","a"]
./a => [".","","."]
php://temp/x => ["php:\/\/temp","php:\/","temp"]
php:php://tempphp:X(q)
