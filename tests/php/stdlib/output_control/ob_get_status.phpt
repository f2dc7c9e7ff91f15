--TEST--
ob_get_status()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
ob_start(); ob_start(fn($t) => $t, 10); $s = ob_get_status(); $f = ob_get_status(true); $h = ob_list_handlers(); ob_end_clean(); ob_end_clean(); var_dump($s, count($f), $h, ob_get_status(), ob_list_handlers());
--EXPECT--
array(7) {
  ["name"]=>
  string(17) "Closure::__invoke"
  ["type"]=>
  int(1)
  ["flags"]=>
  int(113)
  ["level"]=>
  int(1)
  ["chunk_size"]=>
  int(10)
  ["buffer_size"]=>
  int(4096)
  ["buffer_used"]=>
  int(0)
}
int(2)
array(2) {
  [0]=>
  string(22) "default output handler"
  [1]=>
  string(17) "Closure::__invoke"
}
array(0) {
}
array(0) {
}
