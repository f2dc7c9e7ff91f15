--TEST--
CachingIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$c = new CachingIterator(new ArrayIterator(['a' => 'x', 'b' => 'y']), CachingIterator::FULL_CACHE); foreach ($c as $k => $v) { echo $k, $v, $c->hasNext() ? ',' : "\n"; } var_dump($c->getCache(), count($c), $c['a']); attempt(fn() => (string) $c); $t = new CachingIterator(new ArrayIterator([1, 2])); foreach ($t as $v) { echo "$t "; } attempt(fn() => $t->getCache()); attempt(fn() => new CachingIterator(new ArrayIterator([]), 3));
--EXPECT--
ax,by
array(2) {
  ["a"]=>
  string(1) "x"
  ["b"]=>
  string(1) "y"
}
int(2)
string(1) "x"
BadMethodCallException: CachingIterator does not fetch string value (see CachingIterator::__construct)
1 2 BadMethodCallException: CachingIterator does not use a full cache (see CachingIterator::__construct)
ValueError: CachingIterator::__construct(): Argument #2 ($flags) must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY, CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER
