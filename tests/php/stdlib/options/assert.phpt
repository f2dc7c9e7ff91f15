--TEST--
assert()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
attempt(fn() => assert(true)); attempt(fn() => assert(false, 'described')); attempt(fn() => assert(1 > 2, new DomainException('mine')));
--EXPECT--
bool(true)
AssertionError: described
DomainException: mine
