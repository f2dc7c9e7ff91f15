--TEST--
nl2br()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(nl2br("a\nb\r\nc\n\rd\re"), nl2br("x\n", false), nl2br('plain'), nl2br("\n\n"), nl2br("\r\r\n"));
--EXPECT--
"a<br />\nb<br />\r\nc<br />\n\rd<br />\re"
"x<br>\n"
"plain"
"<br />\n<br />\n"
"<br />\r<br />\r\n"
