--TEST--
spl_object_id()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$a = new stdClass; $b = new stdClass; var_dump(spl_object_id($a) === spl_object_id($a), spl_object_id($a) === spl_object_id($b), strlen(spl_object_hash($a)), spl_object_hash($a) === spl_object_hash($b));
--EXPECT--
bool(true)
bool(false)
int(32)
bool(false)
