--TEST--
ini_parse_quantity()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
foreach (['1', '1k', '2M', '1G', '0x1F', '0b11', '0o17', '017', ' 5 ', '', '-1', '1kb', 'abc', '1M2', '0x'] as $q) { var_dump(ini_parse_quantity($q)); }
--EXPECT--
int(1)
int(1024)
int(2097152)
int(1073741824)
int(31)
int(3)
int(15)
int(15)
int(5)
int(0)
int(-1)
[Invalid quantity "1kb": unknown multiplier "b", interpreting as "1" for backwards compatibility]
int(1)
[Invalid quantity "abc": no valid leading digits, interpreting as "0" for backwards compatibility]
int(0)
[Invalid quantity "1M2": unknown multiplier "2", interpreting as "1" for backwards compatibility]
int(1)
[Invalid quantity "0x": no digits after base prefix, interpreting as "0" for backwards compatibility]
int(0)
