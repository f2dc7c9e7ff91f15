--TEST--
fnmatch()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
foreach ([['*.txt', 'a.txt'], ['[!a]*', 'b'], ['a?c', 'abc'], ['[a-c]x', 'dx'], ['\\*', '*'], ['*', ''], ['a*b*c', 'aXbYc'], ['[[:digit:]]', '5']] as [$p, $s]) { var_dump(fnmatch($p, $s)); } var_dump(fnmatch('*', 'a/b', FNM_PATHNAME), fnmatch('*', '.a', FNM_PERIOD), fnmatch('A', 'a', FNM_CASEFOLD));
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
