--TEST--
extension_loaded()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(extension_loaded('spl'), extension_loaded('nope'), in_array('standard', get_loaded_extensions()), get_extension_funcs('nope'));
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
