--TEST--
mb_split()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_split('[,、]', 'a,日、c'), mb_split(',', 'a,b,c', 2), mb_split('x', ''), mb_split(',', ',a,'));
--EXPECT--
["61 a","e697a5 ...","63 c"]
["61 a","622c63 b,c"]
[" "]
[" ","61 a"," "]
