--TEST--
easter_date()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
date_default_timezone_set('UTC'); show(gmdate('Y-m-d', easter_date(2024)), gmdate('Y-m-d', easter_date(2100))); attempt(fn () => easter_date(1900));
--EXPECT--
"2024-03-31"
"2100-03-28"
ValueError: easter_date(): Argument #1 ($year) must be a year after 1970 (inclusive)
