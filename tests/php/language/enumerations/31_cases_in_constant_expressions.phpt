--TEST--
Constant expressions read the properties of enum cases
--FILE--
<?php
enum A: string {
    case B = 'b';
    case C = self::B->value . 'c';
    const NAMES = [self::B->value => self::C?->name];
}
const VALUE = A::C->value;
class Holder {
    const NAME = A::B->name;
    public string $value = A::C->value;
    public static $shared = A::B?->value;
}
function given($value = A::C->value) { return $value; }
var_dump(VALUE, A::NAMES, Holder::NAME, (new Holder)->value, Holder::$shared, given(), A::from('bc'));

enum Loop: string {
    case A = self::A->value;
}
try {
    var_dump(Loop::A);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
string(2) "bc"
array(1) {
  ["b"]=>
  string(1) "C"
}
string(1) "B"
string(2) "bc"
string(1) "b"
string(2) "bc"
enum(A::C)
Cannot declare self-referencing constant self::A
