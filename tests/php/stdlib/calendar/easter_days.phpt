--TEST--
easter_days()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(easter_days(1492), easter_days(1913), easter_days(2024), easter_days(2024, CAL_EASTER_ALWAYS_JULIAN), easter_days(1700, CAL_EASTER_ROMAN)); attempt(fn () => easter_days(0));
--EXPECT--
32
2
10
32
21
ValueError: easter_days(): Argument #1 ($year) must be between 1 and 7378697629483820644
