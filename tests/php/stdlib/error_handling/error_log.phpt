--TEST--
error_log()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
attempt(fn() => error_log('x', 2, 'h')); $t = sys_get_temp_dir() . '/howdah_log'; var_dump(error_log("line\n", 3, $t), error_log("two\n", 3, $t)); echo file_get_contents($t); unlink($t);
--EXPECT--
ValueError: TCP/IP option is not available for error logging
bool(true)
bool(true)
line
two
