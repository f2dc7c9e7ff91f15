--TEST--
strtok()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
for ($t = strtok(" a  b\tc", " \t"); $t !== false; $t = strtok(" \t")) show($t);
show(strtok('/x/y', '/'), strtok('/'), strtok('/'), strtok('/'), strtok('abc', ''), strtok(''), strtok('', 'a'));
show(strtok('x'));
--EXPECT--
"a"
"b"
"c"
"x"
"y"
false
false
"abc"
false
false
false
