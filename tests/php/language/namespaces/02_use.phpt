--TEST--
use for classes, functions, constants; aliases and groups
--FILE--
<?php
namespace Lib\Deep {
    class A { static function n() { return __CLASS__; } } class B extends A {}
    function fn1() { return __FUNCTION__; } const K = 'lib const'; enum E { case X; }
}
namespace Lib { function top() { return 'top'; } class C {} }
namespace Main {
    use Lib\Deep\A; use Lib\Deep\B as Bee, Lib\C; use Lib\Deep; use function Lib\Deep\fn1;
    use function Lib\top as summit; use const Lib\Deep\K; use Lib\Deep\{A as A2, E};
    use Lib\{Deep\B, function top, const Deep\K as K2}; use ArrayObject as AO;
 echo A::n(), ' ', Bee::class, ' ', C::class, ' ', Deep\A::class, ' ', fn1(), ' ', summit(), top(), ' ', K, K2, ' ', A2::class, ' ', E::X->name, ' ', B::class, ' ', count(new AO([1, 2])), "\n";
    echo \Lib\Deep\fn1(), Deep\fn1(), namespace\A::class, "\n"; function takes(Bee $b): A { return $b; }
    echo get_class(takes(new Bee)), "\n";
    echo (new \ReflectionFunction('Main\takes'))->getParameters()[0]->getType(), "\n";
}
namespace { echo __NAMESPACE__, Lib\Deep\fn1(), "\n"; use Lib\Deep\A; echo A::n(), "\n"; }
--EXPECT--
Lib\Deep\A Lib\Deep\B Lib\C Lib\Deep\A Lib\Deep\fn1 toptop lib constlib const Lib\Deep\A X Lib\Deep\B 2
Lib\Deep\fn1Lib\Deep\fn1Main\A
Lib\Deep\B
Lib\Deep\B
Lib\Deep\fn1
Lib\Deep\A
