--TEST--
Traits, conflicts, aliases, abstract and static members
--FILE--
<?php
trait Hello {
    public $greeting = 'hello';
    function say() { return $this->greeting . ' from ' . self::class . ' ' . __TRAIT__ . ' ' . __CLASS__; }
    static function make() { return new static; }
    abstract function name();
}
trait World { private function say() { return 'world'; } protected function secret() { return 'secret'; } }
class A {
    use Hello, World { Hello::say insteadof World; World::say as protected sayWorld; secret as public; }
    function name() { return 'A'; }
    function both() { return $this->say() . ' ' . $this->sayWorld(); }
}
echo (new A)->both(), ' ', (new A)->secret(), ' ', get_class(A::make()), "\n";
trait Counter {
    private static int $c = 0;
    function inc() { static $calls = 0; $calls++; return ++self::$c . $calls; }
}
class X { use Counter; } class Y { use Counter; } $x = new X; echo $x->inc(), $x->inc(), (new Y)->inc(), "\n";
trait T1 { function a() { return 'T1a' . parent::a(); } } class P { function a() { return 'Pa'; } }
class Q extends P { use T1; } echo (new Q)->a(), "\n"; trait T2 { use T1; const TC = 'const'; }
class Z extends P { use T2; function a() { return 'Za'; } } echo (new Z)->a(), Z::TC, "\n";
var_dump(class_uses('A'), in_array('T1', class_uses('Z')));
--EXPECT--
hello from A Hello A world secret A
112211
T1aPa
Zaconst
array(2) {
  ["Hello"]=>
  string(5) "Hello"
  ["World"]=>
  string(5) "World"
}
bool(false)
