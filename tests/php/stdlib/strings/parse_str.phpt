--TEST--
parse_str()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['a=1&b[]=2&b[]=3&c[k]=v', 'a.b=1&c d=2&e[x.y]=3', 'x=%41+%2B&y', 'a[b=1', 'a[b][c][]=1&a[b][d]=2', '=1&&z', 'a=1&a[b]=2', '0=a&5=b', '..Host=1', 'a[ b]=1&c[]x=2'] as $q) { parse_str($q, $r);
show($r); } attempt(fn () => parse_str('a=1'));
--EXPECT--
{"a":"1","b":["2","3"],"c":{"k":"v"}}
{"a_b":"1","c_d":"2","e":{"x.y":"3"}}
{"x":"A +","y":""}
{"a_b":"1"}
{"a":{"b":{"c":["1"],"d":"2"}}}
{"z":""}
{"a":{"b":"2"}}
{"0":"a","5":"b"}
{"__Host":"1"}
{"a":{" b":"1"},"c":["2"]}
ArgumentCountError: parse_str() expects exactly 2 arguments, 1 given
