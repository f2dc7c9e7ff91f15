--TEST--
Constants made by define and const
--FILE--
<?php
define('A', 1); const B = A + 1, C = 'c' . B; const LIST_ = [A, B, 'k' => C];
echo A, B, C, LIST_['k'], LIST_[1], "\n";
var_dump(defined('A'), defined('NOPE'), constant('B'), define('ARR', [1, 2]), ARR[1]);
define('with space', 'odd'); echo constant('with space'), "\n";
var_dump(define('A', 2)); echo A, "\n";
try { echo NOPE; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { constant('X::Y'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
function f($x = A . B) { return $x; } echo f(), "\n";
if (true) { define('COND', 'yes'); } echo COND, "\n";
const EXPR = (1 << 3) | 1, T = EXPR > 5 ? 'big' : 'small', N = null ?? 'dflt', NOT = !true; var_dump(EXPR, T, N, NOT);
var_dump(true === TRUE, PHP_EOL, PHP_VERSION_ID >= 80400, PHP_OS_FAMILY, M_PI, E_ALL, DIRECTORY_SEPARATOR);
--EXPECTF--
12c2c22
bool(true)
bool(false)
int(2)
bool(true)
int(2)
odd

Warning: Constant A already defined in %s01_define_and_const.php on line 6
bool(false)
1
Undefined constant "NOPE"
Class "X" not found
12
yes
int(9)
string(3) "big"
string(4) "dflt"
bool(false)
bool(true)
string(1) "
"
bool(true)
string(5) "Linux"
float(3.141592653589793)
int(30719)
string(1) "/"
