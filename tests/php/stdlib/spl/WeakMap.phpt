--TEST--
WeakMap
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$m = new WeakMap; $a = new stdClass; $m[$a] = 1; $m[$a] += 5; var_dump(count($m), $m[$a], isset($m[$a]), isset($m[new stdClass])); foreach ($m as $k => $v) { var_dump($k === $a, $v); } unset($m[$a]); var_dump(count($m)); attempt(fn() => $m[1]); attempt(fn() => $m[] = 1);
--EXPECT--
int(1)
int(6)
bool(true)
bool(false)
bool(true)
int(6)
int(0)
TypeError: WeakMap key must be an object
Error: Cannot append to WeakMap
