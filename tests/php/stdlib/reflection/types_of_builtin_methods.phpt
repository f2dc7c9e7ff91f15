--TEST--
Types and names that builtin methods show
--FILE--
<?php
enum Suit: string { case A = 'a'; }
foreach (['BackedEnum::from', 'BackedEnum::tryFrom', 'Suit::from', 'Suit::tryFrom', 'Fiber::getCurrent'] as $name) {
    echo $name, ' ', ReflectionMethod::createFromMethodName($name)->getReturnType(), "\n";
}
echo implode(' ', get_class_methods('SensitiveParameterValue')), "\n";
var_dump(new SensitiveParameterValue('secret'));
--EXPECT--
BackedEnum::from static
BackedEnum::tryFrom ?static
Suit::from static
Suit::tryFrom ?static
Fiber::getCurrent ?Fiber
__construct getValue __debugInfo
object(SensitiveParameterValue)#2 (0) {
}
