--TEST--
settype() to a string lets go of an object that is none; references to properties that show copies
--FILE--
<?php
class Thrower { function __toString(): string { throw new Exception('no'); } }
foreach ([new stdClass, new Thrower, new ArrayObject] as $value) {
    try {
        var_dump(settype($value, 'string'));
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
    var_dump($value);
}
function set(&$x) { $x = 5; }
$n = new BcMath\Number('1.5');
$x = &$n->value;
$x = 3;
set($n->scale);
var_dump($n->value, $n->scale);
foreach ([
    function () use ($n) { $n->value[] = 1; },
    function () use ($n) { $n->scale++; },
    function () use ($n) { $n->scale->x = 1; },
    function () use ($n) { $x = 1; $n->scale = &$x; },
    fn() => (fn() => 1)->bindTo(null, ''),
    fn() => (fn() => 1)->bindTo(null, "a\0b"),
] as $try) {
    try {
        var_dump($try());
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
--EXPECTF--
Error: Object of class stdClass could not be converted to string
string(0) ""
Exception: no
string(0) ""
Error: Object of class ArrayObject could not be converted to string
string(0) ""
string(3) "1.5"
int(1)
Error: [] operator not supported for strings
Error: Cannot modify readonly property BcMath\Number::$scale
Error: Attempt to assign property "x" on int
Error: Cannot assign by reference to overloaded object

Warning: Class "" not found in %ssettype_of_what_is_no_string.php on line 22
NULL

Warning: Class "a" not found in %ssettype_of_what_is_no_string.php on line 23
NULL
