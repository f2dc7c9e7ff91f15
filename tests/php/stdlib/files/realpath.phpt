--TEST--
realpath()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$d = sys_get_temp_dir() . '/howdah_test'; @mkdir($d); var_dump(realpath("$d/../howdah_test/.") === $d, realpath('/nope')); rmdir($d);
--EXPECT--
bool(true)
bool(false)
