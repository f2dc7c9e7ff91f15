--TEST--
Attributes are accepted everywhere they may stand, and read by reflection
--FILE--
<?php
#[Attribute(Attribute::TARGET_CLASS | Attribute::IS_REPEATABLE)] class Tag {
    function __construct(public string $name, public array $opts = []) {}
}
#[Tag('one'), Tag(name: 'two', opts: ['k' => 1 + 1])] #[Unknown\Thing(5)] class A {
    #[Deprecated] const C = 1;
    #[Inject] public $p;
    #[Route('/x')] function m(#[SensitiveParameter] $secret, #[Other] $b = 1) { throw new Exception('hide'); }
    #[ReturnTypeWillChange] function r() {}
}
#[Pure] function f() {} $c = #[Inline] fn() => 1; $d = new #[Anon] class {}; enum E { #[Note] case X; }
$r = new ReflectionClass('A');
foreach ($r->getAttributes() as $a) echo $a->getName(), json_encode($a->getArguments()), "\n";
echo $r->getAttributes(Tag::class)[1]->newInstance()->name, count($r->getAttributes(Tag::class)), "\n";
try { (new A)->m('password', 2); } catch (Exception $e) {
    echo preg_replace('~\S+/~', '', $e->getTraceAsString()), "\n";
}
try { $r->getAttributes()[2]->newInstance(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
Tag["one"]
Tag{"name":"two","opts":{"k":2}}
Unknown\Thing[5]
two2
#0 01_syntax.php(15): A->m(Object(SensitiveParameterValue), 2)
#1 {main}
Attribute class "Unknown\Thing" not found
