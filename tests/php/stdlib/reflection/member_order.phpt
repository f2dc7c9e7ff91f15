--TEST--
Reflection: member order
--FILE--
<?php
interface I { const IC = 1; const IB = 2; } trait T { public $t1 = 1; private static $t2; const TC = 1; }
class P { public $p1; protected static $p2; private $p3; const PC = 1; }
class C extends P implements I { use T; const CC = 1; public $c1; static $c2; public function __construct(public int $promo = 1, private ?string $q = null) {} protected $c3; const IB = 3 ; const CD = 2;}
enum E: string implements I { case A = 'a'; const X = self::A; case B = 'b'; }
foreach (['C','E','P','I','T'] as $n) { $c = new ReflectionClass($n); echo $n, ': ', implode(',', array_map(fn($p) => $p->class . '::' . $p->name, $c->getProperties())), ' | ', implode(',', array_keys($c->getConstants())), ' | ', implode(',', array_map(fn($p) => $p->class . '::' . $p->name, $c->getReflectionConstants())), "\n"; }
--EXPECT--
C: C::c1,C::c2,C::promo,C::q,C::c3,P::p1,P::p2,C::t1,C::t2 | CC,IB,CD,PC,TC,IC | C::CC,C::IB,C::CD,P::PC,C::TC,I::IC
E: E::name,E::value | A,X,B,IC,IB | E::A,E::X,E::B,I::IC,I::IB
P: P::p1,P::p2,P::p3 | PC | P::PC
I:  | IC,IB | I::IC,I::IB
T: T::t1,T::t2 | TC | T::TC
