--TEST--
get_html_translation_table()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(get_html_translation_table(), get_html_translation_table(HTML_SPECIALCHARS, ENT_NOQUOTES | ENT_HTML5), count(get_html_translation_table(HTML_ENTITIES)), count(get_html_translation_table(HTML_ENTITIES, ENT_QUOTES | ENT_HTML5)), get_html_translation_table(HTML_ENTITIES)["\u{e9}"], count(get_html_translation_table(HTML_ENTITIES, ENT_QUOTES, 'cp1252')), md5(serialize(get_html_translation_table(HTML_ENTITIES, ENT_QUOTES | ENT_HTML5))));
--EXPECT--
{"\"":"&quot;","&":"&amp;","'":"&#039;","<":"&lt;",">":"&gt;"}
{"&":"&amp;","<":"&lt;",">":"&gt;"}
253
1511
"&eacute;"
126
"622c2e4e6b3102b086773ddd3735fb54"
