--TEST--
The properties of reflection objects that scripts cannot write, and the class that lazy objects must have
--FILE--
<?php
class Example { public $value = 1; function method($a) {} const C = 1; }
#[Attribute] class Mark {}
#[Mark] function marked() {}
enum Suit { case Hearts; }
class OwnMethod extends ReflectionMethod { public $foo = 'xyz'; }
foreach ([new ReflectionClass('Example'), new OwnMethod('Example', 'method'), new ReflectionProperty('Example', 'value'),
          new ReflectionParameter(['Example', 'method'], 0), new ReflectionFunction('marked'),
          new ReflectionClassConstant('Example', 'C'), (new ReflectionFunction('marked'))->getAttributes()[0],
          new ReflectionEnumUnitCase('Suit', 'Hearts'), new ReflectionObject(new Example)] as $reflection) {
    foreach (['name', 'class'] as $property) {
        if (!property_exists($reflection, $property)) {
            continue;
        }
        try {
            $reflection->$property = 'other';
            echo "written\n";
        } catch (ReflectionException $error) {
            echo $error->getMessage(), ' ', $reflection->$property, "\n";
        }
    }
}
$own = new OwnMethod('Example', 'method');
$own->foo = 'bar';
echo $own->foo, ' ', $own->getName(), "\n";
try {
    $own->name = 'x';
} catch (ReflectionException $error) {
    echo $error->getMessage(), "\n";
}

$class = new ReflectionClass('Example');
foreach (['initializeLazyObject', 'isUninitializedLazyObject', 'markLazyObjectAsInitialized', 'getLazyInitializer'] as $name) {
    try {
        $class->$name(new ArrayObject);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
try {
    $class->resetAsLazyGhost(new ArrayObject, fn() => 1);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
try {
    clone new Fiber(fn() => 1);
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
try {
    unserialize('O:17:"Random\Randomizer":1:{i:0;i:5;}');
} catch (Exception $error) {
    echo $error->getMessage(), "\n";
}
--EXPECT--
Cannot set read-only property ReflectionClass::$name Example
Cannot set read-only property OwnMethod::$name method
Cannot set read-only property OwnMethod::$class Example
Cannot set read-only property ReflectionProperty::$name value
Cannot set read-only property ReflectionProperty::$class Example
Cannot set read-only property ReflectionParameter::$name a
Cannot set read-only property ReflectionFunction::$name marked
Cannot set read-only property ReflectionClassConstant::$name C
Cannot set read-only property ReflectionClassConstant::$class Example
Cannot set read-only property ReflectionAttribute::$name Mark
Cannot set read-only property ReflectionEnumUnitCase::$name Hearts
Cannot set read-only property ReflectionEnumUnitCase::$class Suit
Cannot set read-only property ReflectionObject::$name Example
bar method
Cannot set read-only property OwnMethod::$name
ReflectionClass::initializeLazyObject(): Argument #1 ($object) must be of type Example, ArrayObject given
ReflectionClass::isUninitializedLazyObject(): Argument #1 ($object) must be of type Example, ArrayObject given
ReflectionClass::markLazyObjectAsInitialized(): Argument #1 ($object) must be of type Example, ArrayObject given
ReflectionClass::getLazyInitializer(): Argument #1 ($object) must be of type Example, ArrayObject given
ReflectionClass::resetAsLazyGhost(): Argument #1 ($object) must be of type Example, ArrayObject given
Trying to clone an uncloneable object of class Fiber
Invalid serialization data for Random\Randomizer object
