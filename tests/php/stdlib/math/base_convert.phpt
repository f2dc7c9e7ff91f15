--TEST--
base_convert()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(base_convert('ff', 16, 2), base_convert('zz', 36, 10), base_convert('0xff', 16, 10), base_convert('ffffffffffffffffffff', 16, 10), base_convert('', 10, 2), base_convert('12z', 10, 2)); attempt(fn () => base_convert('1', 1, 2)); attempt(fn () => base_convert('1', 2, 37));
--EXPECT--
[Invalid characters passed for attempted conversion, these have been ignored]
string(8) "11111111"
string(4) "1295"
string(3) "255"
string(25) "1208925819614629446642046"
string(1) "0"
string(4) "1100"
ValueError: base_convert(): Argument #2 ($from_base) must be between 2 and 36 (inclusive)
ValueError: base_convert(): Argument #3 ($to_base) must be between 2 and 36 (inclusive)
