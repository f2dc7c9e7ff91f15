--TEST--
sprintf()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(sprintf('%05d|%5.1f|%-6s|%+d|%x|%X|%o|%b|%c|%e|%%', 42, 3.14159, 'ab', 7, 255, 255, 8, 5, 65, 12345.678));
show(sprintf('%2$s %1$s %1$05.1f', 1.25, 'b'), sprintf("%'*10s|%-10s|%'010d", 'left', 'right', 42), sprintf('%s %s', true, null), sprintf('%d', '12abc'), sprintf('%u', -1), sprintf('%.2s|%5.1s', 'abc', 'xyz'), sprintf('%g %G %.3g', 0.00001234, 1e20, 1234567), sprintf('%*d|%.*f', 5, 42, 2, 1.005), sprintf('%5d|%-5d|%05d', -3, -3, -3), sprintf('%.1f %.0f', 0.25, 0.5), sprintf('%f', NAN), sprintf('%f', -INF)); foreach (['%d %d', '%y', '%', "%'", '%0$s', '%1$s %3$s'] as $f) attempt(fn () => sprintf($f, 1));
show(sprintf('%.60f', 1.5));
--EXPECT--
"00042|  3.1|ab    |+7|ff|FF|10|101|A|1.234568e+4|%"
"b 1.25 001.2"
"******left|right     |0000000042"
"1 "
"12"
"18446744073709551615"
"ab|    x"
"1.234e-5 1.0E+20 1.23e+6"
"   42|1.00"
"   -3|-3   |-0003"
"0.2 0"
"NaN"
"-INF"
ArgumentCountError: 3 arguments are required, 2 given
ValueError: Unknown format specifier "y"
ValueError: Missing format specifier at end of string
ValueError: Missing padding character
ValueError: Argument number specifier must be greater than zero and less than 2147483647
ArgumentCountError: 4 arguments are required, 2 given
[sprintf(): Requested precision of 60 digits was truncated to PHP maximum of 53 digits]
"1.50000000000000000000000000000000000000000000000000000"
