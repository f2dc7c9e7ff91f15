--TEST--
ini_get()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(ini_get('precision'), ini_get('nope'), ini_set('precision', 5), 1/3, ini_get('precision')); ini_restore('precision'); var_dump(ini_get('precision'), ini_set('nope', 1), ini_set('post_max_size', '1'), ini_set('date.timezone', 'Nowhere'), ini_set('display_errors', false), ini_get('display_errors'), ini_get_all('nope'), ini_get_all('date', false) !== []);
--EXPECT--
string(2) "14"
bool(false)
string(2) "14"
float(0.3333333333333333)
string(1) "5"
[ini_set(): Invalid date.timezone value 'Nowhere', using 'UTC' instead]
[ini_get_all(): Extension "nope" cannot be found]
string(2) "14"
bool(false)
bool(false)
bool(false)
string(1) "1"
string(0) ""
bool(false)
bool(true)
