--TEST--
inet_pton()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
foreach (['1.2.3.4', '::1', '2001:db8::ff00:42:8329', '::ffff:1.2.3.4'] as $a) { var_dump(bin2hex(inet_pton($a)), inet_ntop(inet_pton($a))); } var_dump(@inet_pton('x'), inet_ntop('abc'));
--EXPECT--
string(8) "01020304"
string(7) "1.2.3.4"
string(32) "00000000000000000000000000000001"
string(3) "::1"
string(32) "20010db8000000000000ff0000428329"
string(22) "2001:db8::ff00:42:8329"
string(32) "00000000000000000000ffff01020304"
string(14) "::ffff:1.2.3.4"
bool(false)
bool(false)
