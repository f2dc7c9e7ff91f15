--TEST--
phpinfo() says what there is, in parts; exit is a function, too
--FILE--
<?php
ob_start();
var_dump(phpinfo(INFO_CONFIGURATION));
$text = ob_get_clean();
foreach (['precision => 14 => 14', 'short_open_tag => ', 'arg_separator.output => & => &', 'memory_limit => 128M => 128M', 'error_log => no value => no value', 'file_uploads => On => On'] as $line) {
    echo $line, ': ', json_encode(str_contains($text, "\n$line")), "\n";
}
echo substr($text, 0, 190), "\n", substr($text, -11);
ini_set('precision', '10');
ob_start();
phpinfo(INFO_MODULES);
$text = ob_get_clean();
foreach (["\nctype\n\n", "\nstandard\n\n", "\nprecision => 10 => 14\n", "phpinfo()\n\nbcmath\n\n", "\nassert.bail => Off => Off\n"] as $line) echo json_encode(str_contains($text, $line)), "\n";
ini_restore('precision');
$_GET = ['a' => [1, 'x' => ['y']], 'b' => 'c'];
$_POST = ['p' => "<i>"];
$_SERVER = $_ENV = $_REQUEST = $_COOKIE = $_FILES = [];
phpinfo(INFO_VARIABLES);
ob_start();
$general = phpinfo(INFO_GENERAL);
$text = ob_get_clean();
var_dump($general, str_starts_with($text, "phpinfo()\nPHP Version => " . PHP_VERSION . "\n\nSystem => "), str_contains($text, "\nServer API => "));
ob_start();
var_dump(phpcredits());
var_dump(str_contains(ob_get_clean(), 'PHP Credits'));
var_dump(function_exists('exit'), function_exists('die'), is_callable('EXIT'), (new ReflectionFunction('die'))->getParameters()[0]->getName());
array_map('die', ["the end\n"]);
--EXPECT--
precision => 14 => 14: true
short_open_tag => : true
arg_separator.output => & => &: true
memory_limit => 128M => 128M: true
error_log => no value => no value: true
file_uploads => On => On: true
phpinfo()


 _______________________________________________________________________


Configuration

PHP Core

Directive => Local Value => Master Value
allow_url_fopen => On => On
allow_url
bool(true)
true
true
true
true
true
phpinfo()

PHP Variables

Variable => Value
$_GET['a'] => Array
(
    [0] => 1
    [x] => Array
        (
            [0] => y
        )

)

$_GET['b'] => c
$_POST['p'] => <i>
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
string(6) "status"
the end
