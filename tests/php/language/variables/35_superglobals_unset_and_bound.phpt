--TEST--
Superglobals unset, and named by global, static, catch, foreach and lists; what ??= assigns on its way
--FILE--
<?php
static $x = 5; function f() { global $x; var_dump($x); } f();
static $_GET; var_dump($_GET);
try { throw new Exception; } catch (Exception $_POST) { echo get_class($_POST), "\n"; }
function g() { try { throw new Exception; } catch (Exception $_COOKIE) { var_dump($_COOKIE); } }
g();
function h() { global $_POST; echo get_class($_POST), "\n"; static $_POST = 4; echo get_class($_POST), "\n"; }
h();
function i() { unset($_COOKIE); var_dump($_COOKIE); global $_COOKIE; var_dump($_COOKIE); unset($_COOKIE); var_dump($_COOKIE ?? 4, isset($_COOKIE), empty($_COOKIE)); $_COOKIE++; var_dump($_COOKIE--); }
i();
function j() { $x = 1; $x ??= ($c = 5); var_dump($c); $y = null; $y ??= ($c = 6); var_dump($c); $c .= $_FILES ??= array($c = 5); var_dump($c); }
j();
static $GLOBALS; echo isset($GLOBALS["GLOBALS"]) ? "y" : "n", "\n";
function p() { $n = '_GET'; static $_GET = 1; $$n++; var_dump($$n, isset($_GET[0])); global $_GET; var_dump($$n); }
p(); p();
function q() { $n = '_GET'; try { throw new Exception; } catch (Exception $_GET) {} var_dump(get_class($$n)); global $_GET; var_dump(get_class($$n), gettype($_GET)); }
q();
foreach ([1, 2] as $_POST => $_GET["a"]["b"]) echo $_POST; print_r($_GET);
[$_POST, [$_COOKIE]] = [1, [2]]; var_dump($_POST, $_COOKIE);
unset($_GET); $_GET["x"]["y"] ??= 5; $_GET["x"]["z"][] = 6; $_GET["n"] = &$_POST; $_POST++; echo json_encode($_GET), "\n";
unset($_GET); list($q) = $_GET; $_GET[] = 1; foreach ($_GET as &$v) { $v++; } echo json_encode($_GET), "\n";
unset($_GET); $a = &$_GET; var_dump($a); $a = 4; var_dump($_GET); unset($_GET, $a); var_dump($_GET?->x, $_GET?->y(), $_GET['q'] ?? 'none', "$_GET[x]", -(int) $_GET);
unset($_GET["x"], $_GET[1][2]); var_dump(isset($_GET), isset($_GET['x']['y']), empty($_GET['x']));
function r(&$x) { $x = 3; } r($_GET); var_dump($_GET, $GLOBALS['_GET'], array_key_exists('_GET', $GLOBALS)); unset($GLOBALS['_GET']); var_dump($_GET);
$GLOBALS['_GET'] = 7; var_dump($_GET); unset($_GET); var_dump($GLOBALS['_GET'] ?? 'n', isset($GLOBALS['_GET']));
unset($_GET); $GLOBALS['_GET'][] = 1; var_dump($_GET); unset($_GET); $GLOBALS['_GET']++; var_dump($_GET); unset($_GET); $GLOBALS['_GET'] .= 'x'; var_dump($_GET);
try { unset($_GET); $_GET->x = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
$f = function () { unset($_GET); return static fn() => $_GET ?? 'none'; }; var_dump($f()());
function gen() { global $_GET; yield $_GET; unset($_GET); yield $_GET ?? 1; } foreach (gen() as $x) var_dump($x);
unset($_GET); var_dump((function() { return $_GET; })(), [$_GET], ['a' => $_GET['b']], $_GET . 'x', $_GET + 1, $_GET == null);
function s() { $n = "_SERVER"; global $$n; var_dump(isset($$n["argv"]), $_SESSION ?? "none"); } s();
--EXPECTF--
int(5)
NULL
Exception
array(0) {
}
Exception
Exception

Warning: Undefined global variable $_COOKIE in %s35_superglobals_unset_and_bound.php on line 9
NULL
NULL
int(4)
bool(false)
bool(true)

Warning: Undefined global variable $_COOKIE in %s35_superglobals_unset_and_bound.php on line 9
int(1)

Warning: Undefined variable $c in %s35_superglobals_unset_and_bound.php on line 11
NULL
int(6)

Warning: Array to string conversion in %s35_superglobals_unset_and_bound.php on line 11
string(6) "6Array"
n
int(2)
bool(false)
int(2)
int(3)
bool(false)
int(3)
string(9) "Exception"
string(9) "Exception"
string(4) "NULL"
01Array
(
    [a] => Array
        (
            [b] => 2
        )

)
int(1)
int(2)
{"x":{"y":5,"z":[6]},"n":2}

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 21
[2]
NULL
int(4)

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 22

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 22

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 22

Warning: Trying to access array offset on null in %s35_superglobals_unset_and_bound.php on line 22

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 22
NULL
NULL
string(4) "none"
string(0) ""
int(0)
bool(false)
bool(false)
bool(true)
int(3)
int(3)
bool(true)

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 24
NULL
int(7)
string(1) "n"
bool(false)
array(1) {
  [0]=>
  int(1)
}

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 26
int(1)

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 26
string(1) "x"
Attempt to assign property "x" on null
string(4) "none"
NULL
int(1)

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 30

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 30

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 30

Warning: Trying to access array offset on null in %s35_superglobals_unset_and_bound.php on line 30

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 30

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 30

Warning: Undefined global variable $_GET in %s35_superglobals_unset_and_bound.php on line 30
NULL
array(1) {
  [0]=>
  NULL
}
array(1) {
  ["a"]=>
  NULL
}
string(1) "x"
int(1)
bool(true)
bool(true)
string(4) "none"
