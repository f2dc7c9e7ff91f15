--TEST--
Destructors run when the last handle goes
--FILE--
<?php
class D {
    function __construct(public $n) { echo "make $n\n"; }
    function __destruct() { echo "end $this->n\n"; }
}
$a = new D('a'); $b = new D('b');
function f() { global $kept; $kept = new D('kept'); echo "in f\n"; } f(); echo "after f\n";
$z = new D('at the end'); echo "script ends\n";
--EXPECT--
make a
make b
make kept
in f
after f
make at the end
script ends
end at the end
end b
end a
end kept
