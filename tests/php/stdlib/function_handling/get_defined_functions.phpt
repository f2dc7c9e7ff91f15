--TEST--
get_defined_functions()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
function mine() {} $f = get_defined_functions(); var_dump(in_array('strlen', $f['internal']), in_array('mine', $f['user']), in_array('attempt', $f['user']));
--EXPECT--
bool(true)
bool(true)
bool(true)
