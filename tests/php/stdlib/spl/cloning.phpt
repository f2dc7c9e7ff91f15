--TEST--
Which builtin objects can be cloned, and which classes are final
--FILE--
<?php
$i = new ArrayIterator([1]);
foreach ([new IteratorIterator($i), new LimitIterator($i), new CachingIterator($i), new AppendIterator, new InfiniteIterator($i), new NoRewindIterator($i), new CallbackFilterIterator($i, fn() => true), new RegexIterator($i, '/a/'), new RecursiveIteratorIterator(new RecursiveArrayIterator([])), new RecursiveTreeIterator(new RecursiveArrayIterator([])), new EmptyIterator, new MultipleIterator, new Random\Randomizer, new Random\Engine\Secure, new Random\Engine\Mt19937(1), new SplObjectStorage, new GlobIterator('/nothing*'), deflate_init(ZLIB_ENCODING_RAW), new SplTempFileObject, hash_init('md5')] as $o) {
  try { $c = clone $o; echo get_class($o), " cloned"; } catch (Error $e) { echo $e->getMessage(); }
  echo ' ', json_encode((new ReflectionClass($o))->isCloneable()), "\n";
}
var_dump((new ReflectionClass('FiberError'))->isFinal(), (new ReflectionClass('__PHP_Incomplete_Class'))->isFinal());
?>
--EXPECT--
Trying to clone an uncloneable object of class IteratorIterator false
Trying to clone an uncloneable object of class LimitIterator false
Trying to clone an uncloneable object of class CachingIterator false
Trying to clone an uncloneable object of class AppendIterator false
Trying to clone an uncloneable object of class InfiniteIterator false
Trying to clone an uncloneable object of class NoRewindIterator false
Trying to clone an uncloneable object of class CallbackFilterIterator false
Trying to clone an uncloneable object of class RegexIterator false
Trying to clone an uncloneable object of class RecursiveIteratorIterator false
Trying to clone an uncloneable object of class RecursiveTreeIterator false
EmptyIterator cloned true
MultipleIterator cloned true
Trying to clone an uncloneable object of class Random\Randomizer false
Trying to clone an uncloneable object of class Random\Engine\Secure false
Random\Engine\Mt19937 cloned true
SplObjectStorage cloned true
Trying to clone an uncloneable object of class GlobIterator false
Trying to clone an uncloneable object of class DeflateContext false
Trying to clone an uncloneable object of class SplTempFileObject false
HashContext cloned true
bool(true)
bool(true)
