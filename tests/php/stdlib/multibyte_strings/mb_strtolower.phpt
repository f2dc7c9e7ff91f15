--TEST--
mb_strtolower()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_strtolower('ABCŸẞΣ ΑΣ ΑΣΑ Α.Σ'), mb_strtolower("A\xc9", 'ISO-8859-1'), mb_strtolower("AB\xff"), mb_strtolower("\u{130}I"));
--EXPECT--
"616263c3bfc39fcf8220ceb1cf8220ceb1cf83ceb120ceb12ecf82 abc...... .... ...... ....."
"61e9 a."
"61623f ab?"
"69cc8769 i..i"
