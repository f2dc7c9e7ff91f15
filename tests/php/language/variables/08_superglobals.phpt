--TEST--
Superglobals exist everywhere
--FILE--
<?php
function f() {
    return [is_array($_GET), is_array($_POST), is_array($_SERVER), is_array($_COOKIE), is_array($_FILES), is_array($_ENV), is_array($_REQUEST)];
}
echo json_encode(f()), "\n";
function set() { $_GET['made'] = 'here'; } set(); echo $_GET['made'], "\n";
var_dump($argc === count($argv), $_SERVER['argc'] === $argc, is_int($_SERVER['REQUEST_TIME']), is_float($_SERVER['REQUEST_TIME_FLOAT']));
$n = '_GET'; echo $$n['made'], "\n";
--EXPECT--
[true,true,true,true,true,true,true]
here
bool(true)
bool(true)
bool(true)
bool(true)
here
