--TEST--
ip2long()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
foreach (['127.0.0.1', '256.1.1.1', '1.2.3', '', '01.2.3.4', '255.255.255.255'] as $a) { var_dump(ip2long($a)); } foreach ([2130706433, -1, 0, 4294967296] as $n) { var_dump(long2ip($n)); }
--EXPECT--
int(2130706433)
bool(false)
bool(false)
bool(false)
bool(false)
int(4294967295)
string(9) "127.0.0.1"
string(15) "255.255.255.255"
string(7) "0.0.0.0"
string(7) "0.0.0.0"
