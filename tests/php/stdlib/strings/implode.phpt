--TEST--
implode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(implode(',', [1, 2.5, true, false, null, 'x']), implode(['a', 'b']), join('-', ['k' => 'v', 'w']), implode(',', []), implode(', ', [1e100]), implode(',', [[1], 'b']));
attempt(fn () => implode('a'));
attempt(fn () => implode(['a'], ['b']));
attempt(fn () => implode(',', [new class { function __toString() { return 'obj'; } }]));
--EXPECT--
[Array to string conversion]
"1,2.5,1,,,x"
"ab"
"v-w"
""
"1.0E+100"
"Array,b"
TypeError: implode(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
TypeError: implode(): Argument #1 ($separator) must be of type string, array given
"obj"
