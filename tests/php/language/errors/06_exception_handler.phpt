--TEST--
set_exception_handler gets the last word
--FILE--
<?php
set_exception_handler(function (Throwable $e) { echo get_class($e), ' handled: ', $e->getMessage(), "\n"; });
register_shutdown_function(function () { echo "shutdown\n"; });
try { throw new Exception('x'); } finally { echo "finally\n"; }
echo "never\n";
--EXPECT--
finally
Exception handled: x
shutdown
