--TEST--
Functions see their own variables; global and $GLOBALS reach out
--FILE--
<?php
$x = 'outer';
function isolated() { return isset($x) ? 'sees' : 'blind'; }
function with_global() { global $x, $fresh; $x .= '+'; $fresh = 'made'; }
function with_globals() { $GLOBALS['x'] .= '*'; $GLOBALS['later'] = 1; return $GLOBALS['x']; }
echo isolated(), "\n"; with_global(); echo $x, ' ', $fresh, "\n"; echo with_globals(), ' ', $x, ' ', $later, "\n";
function unset_global() { global $x; unset($x); return isset($x); } var_dump(unset_global(), $x);
function unset_globals() { unset($GLOBALS['x']); } unset_globals(); var_dump(isset($x));
$f = function() use ($later) { return $later; }; $later = 2; echo $f(), ' ', (fn() => $later)(), "\n";
foreach (array_keys($GLOBALS) as $k) if ($k[0] !== '_' && !in_array($k, ['argv', 'argc'])) echo $k, ' ';
--EXPECT--
blind
outer+ made
outer+* outer+* 1
bool(false)
string(7) "outer+*"
bool(false)
1 2
fresh later f
