--TEST--
IteratorIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class Agg implements IteratorAggregate { function getIterator(): Iterator { return new ArrayIterator(['k' => 'v']); } } $i = new IteratorIterator(new Agg); foreach ($i as $k => $v) { echo "$k=>$v\n"; } var_dump(get_class($i->getInnerIterator())); function g() { yield 1; yield 2; } foreach (new IteratorIterator(g()) as $v) { echo $v; } var_dump($i->count());
--EXPECT--
k=>v
string(13) "ArrayIterator"
12int(1)
