--TEST--
getenv()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
putenv('HOWDAH_X=1'); var_dump(getenv('HOWDAH_X'), getenv('HOWDAH_NOPE')); putenv('HOWDAH_X'); var_dump(getenv('HOWDAH_X')); attempt(fn() => putenv('=1')); attempt(fn() => is_array(getenv()));
--EXPECT--
string(1) "1"
bool(false)
bool(false)
ValueError: putenv(): Argument #1 ($assignment) must have a valid syntax
bool(true)
