--TEST--
mb_ereg_replace_callback()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_ereg_replace_callback('(?<c>[日本])', fn($m) => '<' . implode('|', $m) . '>', 'a日b本'));
--EXPECT--
"613ce697a57ce697a57ce697a53e623ce69cac7ce69cac7ce69cac3e a<...|...|...>b<...|...|...>"
