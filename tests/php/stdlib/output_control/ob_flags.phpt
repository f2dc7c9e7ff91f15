--TEST--
ob_flags
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
ob_start(null, 0, PHP_OUTPUT_HANDLER_STDFLAGS ^ PHP_OUTPUT_HANDLER_REMOVABLE); echo 'x'; $a = [ob_end_clean(), ob_end_flush(), ob_get_clean(), ob_flush(), ob_clean()]; var_dump($a); ob_start(null, 0, 0); $b = [ob_flush(), ob_clean()]; var_dump($b);
--EXPECT--
x[ob_end_clean(): Failed to discard buffer of default output handler (0)]
[ob_end_flush(): Failed to send buffer of default output handler (0)]
[ob_get_clean(): Failed to discard buffer of default output handler (0)]
[ob_get_clean(): Failed to delete buffer of default output handler (0)]
array(5) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
  [2]=>
  string(144) "x[ob_end_clean(): Failed to discard buffer of default output handler (0)]
[ob_end_flush(): Failed to send buffer of default output handler (0)]
"
  [3]=>
  bool(true)
  [4]=>
  bool(true)
}
[ob_flush(): Failed to flush buffer of default output handler (1)]
[ob_clean(): Failed to delete buffer of default output handler (1)]
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
}
