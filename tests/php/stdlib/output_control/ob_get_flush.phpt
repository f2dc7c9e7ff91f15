--TEST--
ob_get_flush()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
ob_start(); echo "text\n"; $x = ob_get_flush(); var_dump($x); ob_start(); echo 'dropped'; ob_clean(); echo 'kept'; ob_end_flush();
--EXPECT--
text
string(5) "text
"
kept
