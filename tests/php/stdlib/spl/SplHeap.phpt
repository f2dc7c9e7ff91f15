--TEST--
SplHeap
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class H extends SplHeap { protected function compare($a, $b): int { return strlen($a) - strlen($b); } } $h = new H; foreach (['bb', 'a', 'dddd', 'ccc'] as $x) { $h->insert($x); } echo $h->top(), count($h), "\n"; foreach ($h as $k => $x) { echo "$k=>$x\n"; } var_dump(count($h), $h->valid()); attempt(fn() => $h->extract()); attempt(fn() => $h->top());
class Bad extends SplMinHeap { protected function compare($a, $b): int { throw new Exception('no'); } } $b = new Bad; $b->insert(1); attempt(fn() => $b->insert(2)); attempt(fn() => $b->top()); var_dump($b->isCorrupted()); $b->recoverFromCorruption(); var_dump(count($b), $b->isCorrupted());
--EXPECT--
dddd4
3=>dddd
2=>ccc
1=>bb
0=>a
int(0)
bool(false)
RuntimeException: Can't extract from an empty heap
RuntimeException: Can't peek at an empty heap
Exception: no
RuntimeException: Heap is corrupted, heap properties are no longer ensured.
bool(true)
int(2)
bool(false)
