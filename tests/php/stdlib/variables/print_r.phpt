--TEST--
print_r(): every kind of value
--FILE--
<?php
class A { public int $typed; public readonly int $fixed; protected $p = 1.5; private ?string $q = null; public $list = [1, ['k' => 2]]; }
class B extends A { private $q = 'x'; }
class D { public function __debugInfo() { return ['a' => 1, 5 => 2]; } }
enum E: string { case X = 'x'; }

print_r(null); print_r(true); print_r(1.0); print_r("x\n"); print_r([1, [], 'k' => ['x' => null, 'y' => false]]);
print_r(new A); print_r(new B); print_r(new D); print_r(E::X);
$a = [1]; $a[] = &$a; print_r($a);
$o = new stdClass; $o->self = $o; print_r($o);
var_dump(print_r([1], true), print_r('', true));
--EXPECT--
11x
Array
(
    [0] => 1
    [1] => Array
        (
        )

    [k] => Array
        (
            [x] => 
            [y] => 
        )

)
A Object
(
    [p:protected] => 1.5
    [q:A:private] => 
    [list] => Array
        (
            [0] => 1
            [1] => Array
                (
                    [k] => 2
                )

        )

)
B Object
(
    [p:protected] => 1.5
    [q:A:private] => 
    [list] => Array
        (
            [0] => 1
            [1] => Array
                (
                    [k] => 2
                )

        )

    [q:B:private] => x
)
D Object
(
    [a] => 1
    [5] => 2
)
E Enum:string
(
    [name] => X
    [value] => x
)
Array
(
    [0] => 1
    [1] => Array
 *RECURSION*
)
stdClass Object
(
    [self] => stdClass Object
 *RECURSION*
)
string(23) "Array
(
    [0] => 1
)
"
string(0) ""
