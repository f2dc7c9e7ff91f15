--TEST--
htmlentities()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(htmlentities("caf\u{e9} \u{20ac} <b>"), htmlentities("caf\xe9", ENT_QUOTES, 'ISO-8859-1'), htmlentities("a\t\u{2260}", ENT_QUOTES | ENT_HTML5), htmlentities("fj\u{2229}\u{fe00}", ENT_HTML5), htmlentities("\x80", ENT_QUOTES, 'cp1252'), htmlentities("\u{e9}", ENT_XML1), htmlentities('&eacute;', ENT_QUOTES, 'UTF-8', false), htmlentities("\xff", ENT_QUOTES), htmlentities('<a>', ENT_QUOTES, 'SJIS'));
--EXPECT--
[htmlentities(): Only basic entities substitution is supported for multi-byte encodings other than UTF-8; functionality is equivalent to htmlspecialchars]
"caf&eacute; &euro; &lt;b&gt;"
"caf&eacute;"
"a&Tab;&NotEqual;"
"&fjlig;&caps;"
"&euro;"
"\303\251"
"&eacute;"
""
"&lt;a&gt;"
