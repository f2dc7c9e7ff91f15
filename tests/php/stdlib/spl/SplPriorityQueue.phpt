--TEST--
SplPriorityQueue
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$q = new SplPriorityQueue; foreach (['lo' => 1, 'hi' => 10, 'mid' => 5, 'mid2' => 5] as $v => $p) { $q->insert($v, $p); } echo $q->top(), count($q), "\n"; $q->setExtractFlags(SplPriorityQueue::EXTR_BOTH); print_r($q->extract()); $q->setExtractFlags(SplPriorityQueue::EXTR_PRIORITY); var_dump($q->extract()); $q->setExtractFlags(1); foreach ($q as $x) { echo $x, "\n"; } attempt(fn() => $q->extract()); attempt(fn() => $q->setExtractFlags(0)); var_dump($q->compare(1, 2), $q);
--EXPECT--
hi4
Array
(
    [data] => hi
    [priority] => 10
)
int(5)
mid
lo
RuntimeException: Can't extract from an empty heap
RuntimeException: Must specify at least one extract flag
int(-1)
object(SplPriorityQueue)#2 (3) {
  ["flags":"SplPriorityQueue":private]=>
  int(1)
  ["isCorrupted":"SplPriorityQueue":private]=>
  bool(false)
  ["heap":"SplPriorityQueue":private]=>
  array(0) {
  }
}
