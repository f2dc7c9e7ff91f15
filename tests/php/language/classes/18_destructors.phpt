--TEST--
Destructors run when the last handle goes
--FILE--
<?php
class D {
    function __construct(public $n) { echo "make $n\n"; }
    function __destruct() { echo "end $this->n\n"; }
}
$a = new D('a'); $a = null; echo "after null\n"; $b = new D('b'); $b = new D('b2'); echo "after replace\n";
function f() { $x = new D('local'); echo "in f\n"; } f(); echo "after f\n"; new D('temp'); echo "after temp\n";
$c = new D('c'); $c2 = $c; unset($c); echo "still\n"; unset($c2); echo "gone\n"; $arr = [new D('in array')];
$arr = []; $z = new D('at the end'); $y = new D('also'); echo "script ends\n";
--EXPECT--
make a
end a
after null
make b
make b2
end b
after replace
make local
in f
end local
after f
make temp
end temp
after temp
make c
still
end c
gone
make in array
end in array
make at the end
make also
script ends
end also
end at the end
end b2
