--TEST--
getservbyname()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(getservbyname('http', 'tcp'), getservbyname('nope', 'tcp'), getservbyport(443, 'tcp'), getservbyport(99999, 'tcp'), getprotobyname('tcp'), getprotobyname('nope'), getprotobynumber(17), getprotobynumber(999));
--EXPECT--
int(80)
bool(false)
string(5) "https"
bool(false)
int(6)
bool(false)
string(3) "udp"
bool(false)
