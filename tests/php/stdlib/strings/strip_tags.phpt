--TEST--
strip_tags()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strip_tags('<p>Hello <b>World</b><br/></p>'), strip_tags('<p>Hello <b>W</b></p>', '<b>'), strip_tags('<p><i>x</i></p>', ['p', 'i']), strip_tags('a < b > c'), strip_tags('<!-- c -->x<?php echo 1; ?>y'), strip_tags("<a href='>'>l</a>"), strip_tags('1 <2'), strip_tags('<br /><BR>', '<br>'), strip_tags('x<y'));
--EXPECT--
"Hello World"
"Hello <b>W</b>"
"<p><i>x</i></p>"
"a < b > c"
"xy"
"l"
"1 "
"<br /><BR>"
"x"
