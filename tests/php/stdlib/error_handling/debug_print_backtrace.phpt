--TEST--
debug_print_backtrace()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
function a($x) { ob_start(); debug_print_backtrace(); echo preg_replace('~ [^ ]*\(\d+\):~', ' FILE:', ob_get_clean()); } class B { static function c() { a("a long string of text"); } } B::c(); a([1, null, true, 1.5, new B]);
--EXPECT--
#0 FILE: a('a long string o...')
#1 FILE: B::c()
#0 FILE: a(Array)
