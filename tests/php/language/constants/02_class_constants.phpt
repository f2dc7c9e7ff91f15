--TEST--
Class constants: visibility, final, late binding, references to each other
--FILE--
<?php
class A {
    const X = 1;
    const Y = self::X + 1, Z = B::W . 'z';
    protected const P = 'prot';
    private const Q = 'priv';
    final const F = 'fin';
    const int TYPED = 7;
  static function s() { return static::X . self::X; }
    function p() { return self::P . self::Q; }
}
class B extends A { const W = 'w'; const X = 10; function q() { return parent::X . self::P; } }
echo A::Y, A::Z, B::X, B::Y, B::s(), (new B)->p(), (new B)->q(), B::F, B::TYPED, "\n";
$b = new B; $n = 'B'; echo $b::X, $n::W, $b::class, A::class, "\n";
foreach ([fn() => A::P, fn() => B::Q, fn() => A::NOPE, fn() => Missing::X] as $f) try { $f(); } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
interface I { const IC = 'from interface'; } class D implements I {} echo D::IC, I::IC, "\n";
enum E { case One; const DEFAULT = self::One; } echo E::DEFAULT->name, "\n";
class Loop { const A = self::B; const B = self::A; } try { Loop::A; } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
2wz102101protpriv1protfin7
10wBA
Cannot access protected constant A::P
Undefined constant B::Q
Undefined constant A::NOPE
Class "Missing" not found
from interfacefrom interface
One
Cannot declare self-referencing constant self::B
