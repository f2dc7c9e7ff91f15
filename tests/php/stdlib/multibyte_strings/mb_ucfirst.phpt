--TEST--
mb_ucfirst()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_ucfirst('éa'), mb_ucfirst('ÉA'), mb_ucfirst('ǆx'), mb_ucfirst('ßx'), mb_ucfirst(''), mb_ucfirst('日'), mb_ucfirst("\xe9a", 'ISO-8859-1'));
--EXPECT--
"c38961 ..a"
"c38941 ..A"
"c78578 ..x"
"537378 Ssx"
" "
"e697a5 ..."
"c961 .a"
