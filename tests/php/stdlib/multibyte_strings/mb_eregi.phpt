--TEST--
mb_eregi()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? bin2hex($value) . ' ' . preg_replace('/[^ -~]/', '.', $value) : $value); }
function show(...$values) { foreach ($values as $value) echo json_encode(shown($value)), "\n"; }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(mb_eregi('(\d+)-(日)?', '日12-x', $found), $found, mb_eregi('(?<y>\w)(b)', 'Aé日b', $found), $found, mb_eregi('a.c', "A\nC", $found), $found, mb_eregi('^b$', "a\nb"), mb_eregi('\h+', 'zz1f'), mb_eregi('x', "\xff"));
show(mb_eregi('[', 'a'), mb_eregi('(', 'a'), mb_eregi('*', 'a'));
attempt(fn() => mb_eregi('', 'a'));
--EXPECT--
true
["31322d 12-","3132 12",false]
true
{"0":"e697a562 ...b","1":"e697a5 ...","y":"e697a5 ..."}
true
["410a43 A.C"]
false
true
false
[mb_eregi(): mbregex compile err: premature end of char-class]
[mb_eregi(): mbregex compile err: end pattern with unmatched parenthesis]
[mb_eregi(): mbregex compile err: target of repeat operator is not specified]
false
false
false
ValueError: mb_eregi(): Argument #1 ($pattern) must not be empty
