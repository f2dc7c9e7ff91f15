--TEST--
version_compare()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([['1.0', '1.0.0'], ['5.2', '5.10'], ['1.0rc1', '1.0'], ['1.0-dev', '1.0alpha'], ['1.0pl1', '1.0'], ['1', '1.0'], ['', '1'], ['a', 'b'], ['1.0#', '1.0'], ['7.4.33', '8.0.0RC1']] as [$a, $b]) show(version_compare($a, $b));
show(version_compare('8.1', '8.0', '>='), version_compare('8.1', '8.0', 'lt'), version_compare('1', '1', 'eq'), version_compare('1', '2', '<>'));
attempt(fn () => version_compare('1', '2', '~'));
--EXPECT--
-1
-1
-1
-1
1
-1
-1
-1
0
-1
true
false
true
true
ValueError: version_compare(): Argument #3 ($operator) must be a valid comparison operator
