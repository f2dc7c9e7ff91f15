--TEST--
Autoloading
--FILE--
<?php
spl_autoload_register(function ($c) {
    echo "[load $c]"; if ($c === 'Dyn') {
        eval('class Dyn { const K = 5; static function m() { return __METHOD__; } }');
    } }); echo Dyn::m(), Dyn::K, "\n";
var_dump(class_exists('Nope', false), class_exists('Nope'), $x = 5 instanceof stdClass ?: 'no');
try { new Gone; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { Lost::f(); } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
function t(NotLoaded $x) {} try { t(1); } catch (TypeError $e) {
    echo preg_replace('/, called.*/', '', $e->getMessage()), "\n";
} var_dump(1 == 2 || (object) [] instanceof AlsoNotLoaded); echo count(spl_autoload_functions()), "\n";
is_callable('Cls::m'); echo "\n"; class Sub extends Base_ {}
--EXPECTF--
[load Dyn]Dyn::m5
[load Nope]bool(false)
bool(false)
string(2) "no"
[load Gone]Class "Gone" not found
[load Lost]Class "Lost" not found
t(): Argument #1 ($x) must be of type NotLoaded, int given
bool(false)
1
[load Cls]
[load Base_]
Fatal error: Uncaught Error: Class "Base_" not found in %s19_autoload.php:13
Stack trace:
#0 {main}
  thrown in %s19_autoload.php on line 13
