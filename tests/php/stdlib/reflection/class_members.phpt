--TEST--
Reflection: class members
--FILE--
<?php
interface Shape { const SIDES = 0; function area(): float; }
abstract class Base implements Shape {
    const A = 1;
    protected const B = self::A + 1;
    public static int $count = 0;
    protected ?array $items = null;
    private $hidden;
    public function __construct(public readonly int $size = 3, protected private(set) string $label = 'x') {}
    abstract function area(): float;
    private function secret() {}
    final protected function helper() {}
}
final class Square extends Base {
    const C = 'c';
    public $own = [1, 2];
    static function make(): static { return new static; }
    function area(): float { return 1.5; }
}
$class = new ReflectionClass('Square');
foreach ($class->getMethods() as $method) echo $method->class, '::', $method->name, ' ', $method->getModifiers(), "\n";
foreach ($class->getProperties() as $property) echo $property->class, '::$', $property->name, ' ', $property->getModifiers(), "\n";
print_r($class->getConstants());
print_r($class->getDefaultProperties());
print_r($class->getInterfaceNames());
var_dump($class->isFinal(), $class->isInstantiable(), $class->hasMethod('SECRET'), $class->hasProperty('hidden'));
var_dump($class->getParentClass()->isAbstract(), $class->implementsInterface('Shape'), $class->isSubclassOf('Base'));
try { $class->getMethod('none'); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
try { new ReflectionClass('None'); } catch (ReflectionException $e) { echo $e->getMessage(), ' ', $e->getCode(), "\n"; }
--EXPECT--
Square::make 17
Square::area 1
Base::__construct 1
Base::helper 34
Square::$own 1
Base::$count 17
Base::$items 2
Base::$size 2177
Base::$label 4130
Array
(
    [C] => c
    [A] => 1
    [B] => 2
    [SIDES] => 0
)
Array
(
    [count] => 0
    [own] => Array
        (
            [0] => 1
            [1] => 2
        )

    [items] => 
)
Array
(
    [0] => Shape
)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
Method Square::none() does not exist
Class "None" does not exist -1
