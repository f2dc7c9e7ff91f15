--TEST--
str_getcsv()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(str_getcsv('a,b,c', escape: ''), str_getcsv('"a ""q"" b",c', ',', '"', ''), str_getcsv("a;'b;c'", ';', "'", ''), str_getcsv('', ',', '"', ''), str_getcsv(',', ',', '"', ''), str_getcsv('"a\"b",c', ',', '"', '\\'), str_getcsv('"open', ',', '"', ''), str_getcsv(" \"a\" x,b \n", ',', '"', ''), str_getcsv('"a"b,c', ',', '"', ''));
show(str_getcsv('a,b'));
attempt(fn () => str_getcsv('a', ',,', '"', ''));
attempt(fn () => str_getcsv('a', ',', '', ''));
attempt(fn () => str_getcsv('a', ',', '"', 'xx'));
--EXPECT--
["a","b","c"]
["a \"q\" b","c"]
["a","b;c"]
[null]
["",""]
["a\\\"b","c"]
["open"]
["a x","b "]
["ab","c"]
[str_getcsv(): the $escape parameter must be provided as its default value will change]
["a","b"]
ValueError: str_getcsv(): Argument #2 ($separator) must be a single character
ValueError: str_getcsv(): Argument #3 ($enclosure) must be a single character
ValueError: str_getcsv(): Argument #4 ($escape) must be empty or a single character
