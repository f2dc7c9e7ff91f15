--TEST--
error_get_last()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
restore_error_handler(); var_dump(error_get_last()); @$a['x']; @trigger_error('quiet'); $e = error_get_last(); var_dump($e['type'], $e['message'], $e['line']); error_clear_last(); var_dump(error_get_last());
--EXPECT--
NULL
int(1024)
string(5) "quiet"
int(4)
NULL
