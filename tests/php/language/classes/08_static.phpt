--TEST--
Static properties, methods and late static binding
--FILE--
<?php
class A {
    public static $n = 0;
    protected static $list = [];
    static function inc() { return ++static::$n; }
    static function add($x) { self::$list[] = $x; return count(static::$list); }
    static function name() { return static::class . self::class; }
    function inst() { return static::name(); }
    static function create() { return new static; }
}
class B extends A { public static $n = 100; } class C extends A {}
A::inc(); B::inc(); C::inc(); echo A::$n, B::$n, C::$n, ' ', A::add(1), B::add(2), "\n";
echo A::name(), B::name(), (new B)->inst(), get_class(B::create()), "\n";
class D extends A { static function name() { return 'D' . parent::name() . A::name(); } } echo D::name(), "\n";
$c = 'A'; $v = 'n'; $c::$n = 7; echo A::$$v, $c::inc(), (new A)::$n, "\n";
$b = new B; echo $b::$n, $b->name(), "\n";
foreach ([fn() => A::$none, fn() => A::$list, fn() => A::inst(), fn() => (new A)->n] as $f) try {
    echo json_encode($f()), "\n";
} catch (Error $e) { echo $e->getMessage(), "\n"; }
class R { public static $arr = ['k' => [1]]; public static ?R $one = null; } R::$arr['k'][] = 2; $ref = &R::$arr;
$ref['z'] = 1; echo json_encode(R::$arr), "\n"; R::$one ??= new R; R::$one::$arr = 5;
var_dump(R::$arr, isset(R::$one), isset(R::$zip));
--EXPECTF--
21012 12
AABABAB
DDAAA
788
101BA
Access to undeclared static property A::$none
Cannot access protected property A::$list
Non-static method A::inst() cannot be called statically

Notice: Accessing static property A::$n as non static in %s08_static.php on line 17

Warning: Undefined property: A::$n in %s08_static.php on line 17
null
{"k":[1,2],"z":1}
int(5)
bool(true)
bool(false)
