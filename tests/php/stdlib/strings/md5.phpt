--TEST--
md5()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(md5(''), md5("a\xe9"), md5('abc', true));
--EXPECT--
"d41d8cd98f00b204e9800998ecf8427e"
"784ca25d737cedf39d61866697e6ba7e"
"\220\001P\230<\322O\260\326\226?}(\341\177r"
