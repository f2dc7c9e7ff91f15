--TEST--
exit ends everything, with a message or a status
--FILE--
<?php
register_shutdown_function(function () { echo "shutdown\n"; });
function f() { try { exit("bye\n"); } finally { echo "no finally\n"; } }
class D { function __destruct() { echo "destructed\n"; } } $d = new D;
ob_start(); echo "buffered\n";
f(); echo 'never';
--EXPECT--
buffered
bye
shutdown
destructed
