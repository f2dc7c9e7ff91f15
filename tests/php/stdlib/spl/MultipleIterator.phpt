--TEST--
MultipleIterator
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$m = new MultipleIterator(MultipleIterator::MIT_KEYS_ASSOC | MultipleIterator::MIT_NEED_ANY); $m->attachIterator(new ArrayIterator([1, 2]), 'a'); $m->attachIterator(new ArrayIterator([3]), 'b'); foreach ($m as $k => $v) { echo json_encode([$k, $v]), "\n"; } var_dump($m->countIterators()); attempt(fn() => $m->attachIterator(new ArrayIterator([]), 'a')); $n = new MultipleIterator; $n->attachIterator(new ArrayIterator([1, 2])); $n->attachIterator(new ArrayIterator([3])); foreach ($n as $v) { echo json_encode($v), "\n"; } attempt(fn() => $n->current());
--EXPECT--
[{"a":0,"b":0},{"a":1,"b":3}]
[{"a":1,"b":null},{"a":2,"b":null}]
int(2)
InvalidArgumentException: Key duplication error
[1,3]
RuntimeException: Called current() with non valid sub iterator
