--TEST--
htmlspecialchars_decode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(htmlspecialchars_decode('&lt;p&gt; &amp;amp; &quot;x&quot; &#039;y&#39; &apos; &eacute;'), htmlspecialchars_decode('&quot;&#39;', ENT_NOQUOTES), htmlspecialchars_decode('&apos;', ENT_QUOTES | ENT_HTML5), htmlspecialchars_decode('&lt', ENT_QUOTES));
--EXPECT--
"<p> &amp; \"x\" 'y' &apos; &eacute;"
"&quot;&#39;"
"'"
"&lt"
