--TEST--
number_format()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(number_format(1234567.891), number_format(1234567.891, 2), number_format(1234567.891, 2, ',', '.'), number_format(0.5), number_format(-0.4), number_format(-1234.567, 1, '', ''), number_format(1234, -2), number_format(1250, -2), number_format(999999, 0, '', ' '), number_format(1e15, 3), number_format(123456789012345678), number_format(5, 3, null, null), number_format(0.285, 2), number_format(-5, -1), number_format(1234.5, 2, 'pt', '--'));
--EXPECT--
"1,234,568"
"1,234,567.89"
"1.234.567,89"
"1"
"0"
"-12346"
"1,200"
"1,300"
"999 999"
"1,000,000,000,000,000.000"
"123,456,789,012,345,678"
"5.000"
"0.29"
"-10"
"1--234pt50"
