--TEST--
mb_ereg()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_ereg('(\d+)-(日)?', '日12-x', $found), $found, mb_ereg('(?<y>\w)(b)', 'Aé日b', $found), $found, mb_ereg('a.c', "A\nC", $found), $found, mb_ereg('^b$', "a\nb"), mb_ereg('\h+', 'zz1f'), mb_ereg('x', "\xff"));
show(mb_ereg('[', 'a'), mb_ereg('(', 'a'), mb_ereg('*', 'a'));
attempt(fn() => mb_ereg('', 'a'));
--EXPECT--
true
["31322d 12-","3132 12",false]
true
{"0":"e697a562 ...b","1":"e697a5 ...","y":"e697a5 ..."}
false
[]
false
true
false
[mb_ereg(): mbregex compile err: premature end of char-class]
[mb_ereg(): mbregex compile err: end pattern with unmatched parenthesis]
[mb_ereg(): mbregex compile err: target of repeat operator is not specified]
false
false
false
ValueError: mb_ereg(): Argument #1 ($pattern) must not be empty
