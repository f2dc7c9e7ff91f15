--TEST--
unixtojd()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(unixtojd(0), unixtojd(86400), unixtojd(1700000000)); attempt(fn () => unixtojd(-1));
--EXPECT--
2440588
2440589
2460263
ValueError: unixtojd(): Argument #1 ($timestamp) must be greater than or equal to 0
