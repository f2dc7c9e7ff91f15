--TEST--
ob_get_clean()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
ob_start(); echo 'a'; $x = ob_get_clean(); var_dump($x, ob_get_clean(), ob_get_level()); ob_start(); echo 'b'; ob_start(); echo 'c'; var_dump(ob_get_level()); ob_end_flush(); $y = ob_get_contents(); ob_end_clean(); var_dump($y); attempt(fn() => ob_get_flush()); attempt(fn() => ob_end_clean()); attempt(fn() => ob_end_flush()); attempt(fn() => ob_flush()); attempt(fn() => ob_clean()); attempt(fn() => ob_get_contents()); attempt(fn() => ob_get_length());
--EXPECT--
string(1) "a"
bool(false)
int(0)
string(9) "bcint(2)
"
[ob_get_flush(): Failed to delete and flush buffer. No buffer to delete or flush]
bool(false)
[ob_end_clean(): Failed to delete buffer. No buffer to delete]
bool(false)
[ob_end_flush(): Failed to delete and flush buffer. No buffer to delete or flush]
bool(false)
[ob_flush(): Failed to flush buffer. No buffer to flush]
bool(false)
[ob_clean(): Failed to delete buffer. No buffer to delete]
bool(false)
bool(false)
bool(false)
