--TEST--
html_entity_decode()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(html_entity_decode('&lt;p&gt; &eacute; &euro; &#39; &#x41; &nbsp; &bogus; &amp;lt;'), html_entity_decode('&apos; &NotEqualTilde; &fjlig;', ENT_QUOTES | ENT_HTML5), html_entity_decode('&eacute;&euro;', ENT_QUOTES, 'ISO-8859-1'), html_entity_decode('&#0; &#128; &#xD800; &#1114112;'), html_entity_decode('&quot;', ENT_NOQUOTES), html_entity_decode('&apos;', ENT_QUOTES | ENT_XHTML), html_entity_decode('&copy'));
--EXPECT--
"<p> \303\251 \342\202\254 ' A \302\240 &bogus; &lt;"
"' \342\211\202\314\270 fj"
"\351&euro;"
"&#0; &#128; &#xD800; &#1114112;"
"&quot;"
"'"
"&copy"
