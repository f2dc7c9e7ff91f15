--TEST--
Which overriding methods, properties and constants PHP accepts, and how it spells a refusal
--FILE--
<?php
// Compatible, in all the ways there are.
$cases = [
    'interface I { function f(self $x): self; } class A implements I { function f(I $x): static { return $this; } } class B extends A { function f(?I $x, ...$r): static { return $this; } }',
    'class C1 { function f(int|string $a): ?int { return 1; } } class C2 extends C1 { function f(int|string|null $a, $b = 1): int { return 1; } }',
    'abstract class D { abstract function __construct(int $a); } class D2 extends D { function __construct(int|float $a, $b = []) {} }',
    'class E1 { function f(): iterable { return []; } } class E2 extends E1 { function f(): array { return []; } } class E3 extends E1 { function f(): Generator { yield 1; } }',
    'class F1 { private function f(int $a) {} } class F2 extends F1 { public static function f(string $a): array { return []; } }',
    'trait T { abstract private function f(self $a): static; } class G { use T; private function f(G $a): static { return $this; } }',
    'class H implements Countable, ArrayAccess { #[ReturnTypeWillChange] function count() { return 1; } function offsetGet(mixed $o): int { return 1; } function offsetSet($o, $v): void {} function offsetExists($o): bool { return true; } function offsetUnset($o): void {} }',
    'interface P { public int|string $a { get; } public int $b { set; } } class P2 implements P { public int $a = 1; public int|string $b = 2; }',
    'class Loaded1 { function f(): Later { } } class Loaded2 extends Loaded1 { function f(): Sooner { } }',
];
spl_autoload_register(function ($name) {
    echo "load $name\n";
    if ($name === 'Later') { eval('class Later {}'); }
    if ($name === 'Sooner') { eval('class Sooner extends Later {}'); }
});
foreach ($cases as $case) {
    eval($case);
    echo "fine\n";
}
var_dump(class_exists('Loaded2', false), (new A)->f(new B) instanceof A);
echo "--\n";
// Not early: interfaces and traits are looked for where the declaration stands.
var_dump(class_exists('WithInterface', false), class_exists('WithParent', false), class_exists('Plain', false));
class Plain {}
class WithParent extends Plain {}
class WithInterface implements Countable { function count(): int { return 0; } }
class Wrong1 { function f(int $a, string $long = "hello world!", array $c = [], $d = [1], $e = PHP_INT_MAX, $f = self::X, $h = 1.5, $i = null, ...$z): ?static {} const X = 1; }
eval('class Wrong2 extends Wrong1 { function f() {} }');
--EXPECTF--
fine
fine
fine
fine
fine
fine
fine
fine
load Sooner
load Later
fine
bool(true)
bool(true)
--
bool(false)
bool(true)
bool(true)

Fatal error: Declaration of Wrong2::f() must be compatible with Wrong1::f(int $a, string $long = 'hello worl...', array $c = [], $d = [...], $e = PHP_INT_MAX, $f = self::X, $h = 1.5, $i = null, ...$z): ?static in %s40_signature_compatibility.php(31) : eval()'d code on line 1
