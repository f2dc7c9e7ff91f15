--TEST--
mb_convert_variables()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$a = "\xe9"; $b = ['x' => "\xe8", 'y' => ["\xe7"]];
show(mb_convert_variables('UTF-8', 'ISO-8859-1', $a, $b), $a, $b);
$c = "\x93\xfa\x96\x7b";
show(mb_convert_variables('UTF-8', 'ASCII,UTF-8,SJIS', $c), $c);
attempt(function () { $d = 'a'; return mb_convert_variables('bad', 'UTF-8', $d); });
attempt(function () { $d = 'a'; return mb_convert_variables('UTF-8', [], $d); });
--EXPECT--
"49534f2d383835392d31 ISO-8859-1"
"c3a9 .."
{"x":"c3a8 ..","y":["c3a7 .."]}
"534a4953 SJIS"
"e697a5e69cac ......"
ValueError: mb_convert_variables(): Argument #1 ($to_encoding) must be a valid encoding, "bad" given
ValueError: mb_convert_variables(): Argument #2 ($from_encoding) must specify at least one encoding
