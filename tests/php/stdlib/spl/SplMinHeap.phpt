--TEST--
SplMinHeap
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$h = new SplMinHeap; foreach ([5, 1, 3, 1] as $x) { $h->insert($x); } while (!$h->isEmpty()) { echo $h->extract(), ' '; } $h->insert([2, 'b']); $h->insert([1, 'z']); print_r($h->extract()); var_dump($h); $m = new SplMaxHeap; foreach ([5, 1, 3] as $x) { $m->insert($x); } foreach ($m as $x) { echo $x, ' '; }
--EXPECT--
1 1 3 5 Array
(
    [0] => 1
    [1] => z
)
object(SplMinHeap)#2 (3) {
  ["flags":"SplHeap":private]=>
  int(0)
  ["isCorrupted":"SplHeap":private]=>
  bool(false)
  ["heap":"SplHeap":private]=>
  array(1) {
    [0]=>
    array(2) {
      [0]=>
      int(2)
      [1]=>
      string(1) "b"
    }
  }
}
5 3 1
