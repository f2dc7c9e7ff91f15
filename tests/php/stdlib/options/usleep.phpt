--TEST--
usleep()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(usleep(1), sleep(0), time_nanosleep(0, 1)); attempt(fn() => usleep(-1)); attempt(fn() => sleep(-1)); attempt(fn() => time_nanosleep(-1, 0)); attempt(fn() => time_nanosleep(0, -1)); var_dump(strlen(uniqid()), strlen(uniqid('p')), strlen(uniqid('', true)), uniqid() < uniqid());
--EXPECT--
NULL
int(0)
bool(true)
ValueError: usleep(): Argument #1 ($microseconds) must be greater than or equal to 0
ValueError: sleep(): Argument #1 ($seconds) must be greater than or equal to 0
ValueError: time_nanosleep(): Argument #1 ($seconds) must be greater than or equal to 0
ValueError: time_nanosleep(): Argument #2 ($nanoseconds) must be greater than or equal to 0
int(13)
int(14)
int(23)
bool(true)
