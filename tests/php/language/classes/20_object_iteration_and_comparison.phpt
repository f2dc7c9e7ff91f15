--TEST--
Object comparison, (array), get_object_vars, dynamic properties
--FILE--
<?php
#[AllowDynamicProperties] class A {
    public $p = 1;
    protected $q = 2;
    private $r = 3;
    function vars() { return get_object_vars($this); }
}
$a = new A; $a->dyn = 4; print_r(get_object_vars($a)); print_r($a->vars()); class B {} $b = new B; $b->oops = 1;
echo $b->oops, "\n"; unset($b->oops); var_dump($b); $o = (object) ['b' => 1, 'a' => 2];
foreach ($o as $k => $v) echo $k, $v; echo count((array) $o), "\n";
var_dump($o == (object) ['a' => 2, 'b' => 1], $o == (object) ['b' => 1]); print_r(get_class_methods('A'));
print_r(get_class_vars('A')); echo json_encode(new ArrayObject([3, 4])), "\n"; $x = new stdClass; $x->{'0'} = 'zero';
$x->{''} ??= 'empty';
--EXPECTF--
Array
(
    [p] => 1
    [dyn] => 4
)
Array
(
    [p] => 1
    [q] => 2
    [r] => 3
    [dyn] => 4
)

Deprecated: Creation of dynamic property B::$oops is deprecated in %s20_object_iteration_and_comparison.php on line 8
1
object(B)#2 (0) {
}
b1a22
bool(true)
bool(false)
Array
(
    [0] => vars
)
Array
(
    [p] => 1
)
{"0":3,"1":4}
