--TEST--
What cannot be passed by reference
--FILE--
<?php
function f(&$x) { $x .= '!'; return $x; } function value() { return 'v'; }
echo f(value()), "\n";
echo end(explode(',', 'a,b')), "\n";
$f = 'f'; $v = 'a'; $f($v); echo $v, "\n"; call_user_func('f', $v); echo $v, "\n";
call_user_func_array('f', [&$v]); echo $v, "\n";
echo f($undefined), $undefined, "\n";
--EXPECTF--
Notice: Only variables should be passed by reference in %s05_reference_notices.php on line 3
v!

Notice: Only variables should be passed by reference in %s05_reference_notices.php on line 4
b
a!

Warning: f(): Argument #1 ($x) must be passed by reference, value given in %s05_reference_notices.php on line 5
a!
a!!
!!
