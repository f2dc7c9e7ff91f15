--TEST--
mb_lcfirst()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_lcfirst('éa'), mb_lcfirst('ÉA'), mb_lcfirst('ǆx'), mb_lcfirst('ßx'), mb_lcfirst(''), mb_lcfirst('日'), mb_lcfirst("\xe9a", 'ISO-8859-1'));
--EXPECT--
"c3a961 ..a"
"c3a941 ..A"
"c78678 ..x"
"c39f78 ..x"
" "
"e697a5 ..."
"e961 .a"
