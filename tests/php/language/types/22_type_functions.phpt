--TEST--
gettype, get_debug_type and the is_ functions
--FILE--
<?php
$fp = fopen('php://memory', 'r');
foreach ([null, true, 1, 1.5, 's', [], new stdClass, fn() => 1, new class {}, new class extends ArrayObject {}, $fp] as $v) {
    echo gettype($v), ' ', strstr(get_debug_type($v) . "\0", "\0", true), ' ',
        implode('', array_map(fn($f) => (int) $f($v), ['is_int', 'is_float', 'is_string', 'is_bool', 'is_array', 'is_object', 'is_null', 'is_scalar', 'is_iterable', 'is_countable', 'is_callable', 'is_numeric', 'is_resource'])), "\n";
}
fclose($fp); echo gettype($fp), ' ', get_debug_type($fp), "\n";
--EXPECT--
NULL null 0000001000000
boolean bool 0001000100000
integer int 1000000100010
double float 0100000100010
string string 0010000100000
array array 0000100011000
object stdClass 0000010000000
object Closure 0000010000100
object class@anonymous 0000010000000
object ArrayObject@anonymous 0000010011000
resource resource (stream) 0000000000001
resource (closed) resource (closed)
