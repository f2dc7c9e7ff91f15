--TEST--
Names in a namespace: relative, qualified, fully qualified, fallback
--FILE--
<?php
namespace App\Models;
const VERSION = '1.0'; function strlen($s) { return 'mine:' . \strlen($s); }
class User { const T = __CLASS__; function m() { return __METHOD__; } } interface I {}
echo strlen('abc'), ' ', \strlen('abc'), ' ', strtoupper('fallback'), ' ', namespace\strlen('x'), ' ', \App\Models\strlen('q'), "\n";
echo VERSION, \App\Models\VERSION, namespace\VERSION, PHP_VERSION_ID > 80000 ? 'ok' : '', \M_PI > 3, "\n";
echo User::class, ' ', User::T, ' ', (new User)->m(), ' ', __NAMESPACE__, ' ', \stdClass::class, ' ', Sub\Thing::class, ' ', namespace\User::class, "\n";
$n = 'App\Models\User'; echo (new $n)::T, ' ', (new ('\\' . $n))->m(), "\n"; try { new stdClass; } catch (\Error $e) {
    echo $e->getMessage(), "\n";
}
try { nofn(); } catch (\Error $e) { echo $e->getMessage(), "\n"; } try { echo NOCONST; } catch (\Error $e) {
    echo $e->getMessage(), "\n";
}
try { Sub\nofn(); } catch (\Error $e) { echo $e->getMessage(), "\n"; } var_dump(\defined('App\Models\VERSION'), function_exists('app\models\STRLEN'), new User instanceof User, true, null);
--EXPECT--
mine:3 3 FALLBACK mine:1 mine:1
1.01.01.0ok1
App\Models\User App\Models\User App\Models\User::m App\Models stdClass App\Models\Sub\Thing App\Models\User
App\Models\User App\Models\User::m
Class "App\Models\stdClass" not found
Call to undefined function App\Models\nofn()
Undefined constant "App\Models\NOCONST"
Call to undefined function App\Models\Sub\nofn()
bool(true)
bool(true)
bool(true)
bool(true)
NULL
