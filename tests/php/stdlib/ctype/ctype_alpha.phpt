--TEST--
ctype_alpha()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['', 'abc', 'ABC', 'aB1', '123', '0xFF', 'ff', ' \t\n', '!?', "a\n", "\xe9", "\x7f\1", 'a b'] as $s) echo ctype_alpha($s) ? 'y' : 'n'; echo "\n";
show(ctype_alpha(65), ctype_alpha(300), ctype_alpha(-3), ctype_alpha(-300), ctype_alpha(null), ctype_alpha(1.5), ctype_alpha([]));
--EXPECT--
nyynnnynnnnnn
[ctype_alpha(): Argument of type int will be interpreted as string in the future]
[ctype_alpha(): Argument of type int will be interpreted as string in the future]
[ctype_alpha(): Argument of type int will be interpreted as string in the future]
[ctype_alpha(): Argument of type int will be interpreted as string in the future]
[ctype_alpha(): Argument of type null will be interpreted as string in the future]
[ctype_alpha(): Argument of type float will be interpreted as string in the future]
[ctype_alpha(): Argument of type array will be interpreted as string in the future]
true
false
false
false
false
false
false
