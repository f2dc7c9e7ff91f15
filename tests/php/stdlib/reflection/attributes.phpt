--TEST--
Reflection: attributes
--FILE--
<?php
#[Attribute(Attribute::TARGET_CLASS | Attribute::IS_REPEATABLE)]
class Tag { function __construct(public string $name = 'none', public array $more = []) {} }
#[Attribute(Attribute::TARGET_METHOD)]
class OnlyMethod {}
class Plain {}
class Sub extends Tag {}
#[Tag('one', more: [1, self::K]), Tag]
#[OnlyMethod, Plain, Missing(1)]
class Subject { const K = 'k'; #[OnlyMethod] #[OnlyMethod] function m(#[SensitiveParameter] $p) {} }
$class = new ReflectionClass('Subject');
foreach ($class->getAttributes() as $attribute) {
    echo $attribute->getName(), ' ', $attribute->getTarget(), ' ', var_export($attribute->isRepeated(), true), ' ', json_encode($attribute->getArguments()), "\n";
    try {
        echo json_encode($attribute->newInstance()), "\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
echo $class->getAttributes()[0];
echo count($class->getAttributes('tag')), count($class->getAttributes(Tag::class, ReflectionAttribute::IS_INSTANCEOF)), "\n";
try { (new ReflectionMethod('Subject', 'm'))->getAttributes()[0]->newInstance(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo (new ReflectionParameter(['Subject', 'm'], 0))->getAttributes()[0]->getName(), "\n";
try { $class->getAttributes(null, 5); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
Tag 1 true {"0":"one","more":[1,"k"]}
{"name":"one","more":[1,"k"]}
Tag 1 true []
{"name":"none","more":[]}
OnlyMethod 1 false []
Attribute "OnlyMethod" cannot target class (allowed targets: method)
Plain 1 false []
Attempting to use non-attribute class "Plain" as attribute
Missing 1 false [1]
Attribute class "Missing" not found
Attribute [ Tag ] {
  - Arguments [2] {
    Argument #0 [ 'one' ]
    Argument #1 [ more = [1, self::K] ]
  }
}
22
Attribute "OnlyMethod" must not be repeated
SensitiveParameter
ReflectionClass::getAttributes(): Argument #2 ($flags) must be a valid attribute filter flag
