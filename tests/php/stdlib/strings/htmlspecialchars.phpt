--TEST--
htmlspecialchars()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(htmlspecialchars('<a href="x">T\'s & Co</a>'), htmlspecialchars('"\'', ENT_NOQUOTES), htmlspecialchars('"\'', ENT_COMPAT), htmlspecialchars("'", ENT_QUOTES | ENT_HTML5), htmlspecialchars('&amp; &lt; &x; &#39; &#x; &', ENT_QUOTES, 'UTF-8', false), htmlspecialchars("a\xe9b"), htmlspecialchars("a\xe9b", ENT_QUOTES), htmlspecialchars("a\xe9b", ENT_IGNORE), htmlspecialchars("a\xe9<", ENT_QUOTES, 'ISO-8859-1'), htmlspecialchars("\x01", ENT_DISALLOWED | ENT_HTML5), htmlspecialchars('', ENT_QUOTES));
show(htmlspecialchars('<', ENT_QUOTES, 'nope'));
--EXPECT--
"&lt;a href=&quot;x&quot;&gt;T&#039;s &amp; Co&lt;/a&gt;"
"\"'"
"&quot;'"
"&apos;"
"&amp; &lt; &amp;x; &#39; &amp;#x; &amp;"
"a\357\277\275b"
""
"ab"
"a\351&lt;"
"\357\277\275"
""
[htmlspecialchars(): Charset "nope" is not supported, assuming UTF-8]
"&lt;"
