--TEST--
An element of an array literal, a string or a constant is an argument like any other, unless its parameter is a reference
--FILE--
<?php
const LIST_ = [1, 2];

class Calls
{
    public function value($x, ...$more) { echo json_encode([$x, $more]), "\n"; }
    public function reference(&$x) { $x = 5; }
    public static function staticValue($x) { echo json_encode($x), "\n"; }
}

if (LIST_) {
    function late($x, ...$more) { echo json_encode([$x, $more]), "\n"; }
    function lateReference(&$x) { $x = 5; }
}

late([1, 2, 3][1], "abc"[2], LIST_[0], [[7]][0][0]);
$name = 'late';
$name([7, 8][1]);
Calls::staticValue([1, 2][0]);
$calls = new Calls;
$calls->value([3, 4][1], "xyz"[1]);
$choose = ['a' => 1, 'b' => 2];
$calls->value(['a' => 'x', 'b' => 'y'][array_search(2, $choose)]);
foreach ([
    fn() => $calls->reference([3, 4][1]),
    fn() => $calls->reference("abc"[1]),
    fn() => $calls->reference(LIST_[0]),
    fn() => lateReference([[1]][0][0]),
] as $call) {
    try {
        $call();
    } catch (Error $error) {
        echo $error->getMessage(), "\n";
    }
}
--EXPECT--
[2,["c",1,7]]
[8,[]]
1
[4,["y"]]
["y",[]]
Cannot use temporary expression in write context
Cannot use temporary expression in write context
Cannot use temporary expression in write context
Cannot use temporary expression in write context
