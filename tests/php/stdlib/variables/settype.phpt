--TEST--
settype(): in place
--FILE--
<?php
foreach (['int', 'Integer', 'float', 'double', 'string', 'bool', 'boolean', 'array', 'null'] as $type) {
    $value = '12.5x';
    var_dump(settype($value, $type), $value);
}
$value = 'x'; settype($value, 'object'); var_dump($value);
foreach (['resource', 'nothing'] as $type) {
    try {
        settype($value, $type);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECTF--
bool(true)
int(12)
bool(true)
int(12)
bool(true)
float(12.5)
bool(true)
float(12.5)
bool(true)
string(5) "12.5x"
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
array(1) {
  [0]=>
  string(5) "12.5x"
}
bool(true)
NULL
object(stdClass)#%d (1) {
  ["scalar"]=>
  string(1) "x"
}
Cannot convert to resource type
settype(): Argument #2 ($type) must be a valid type
