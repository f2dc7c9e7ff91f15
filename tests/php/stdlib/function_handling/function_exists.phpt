--TEST--
function_exists()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
function mine() {} attempt(fn() => function_exists('mine')); attempt(fn() => function_exists('\\MINE')); attempt(fn() => function_exists('strlen')); attempt(fn() => function_exists('nope')); attempt(fn() => function_exists('call_user_func'));
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
