--TEST--
Reflection: enums
--FILE--
<?php
enum Suit: string {
    case Hearts = 'H';
    /** Black. */
    case Spades = 'S';
    const Wild = self::Spades;
    public function label(): string { return ucfirst($this->name); }
}
enum Plain { case One; }
$enum = new ReflectionEnum('Suit');
var_dump($enum->isBacked(), (string) $enum->getBackingType(), $enum->isFinal(), $enum->isEnum(), $enum->isInstantiable());
foreach ($enum->getCases() as $case) {
    echo get_class($case), ' ', $case->name, ' ', $case->getBackingValue(), ' ', var_export($case->getDocComment(), true), "\n";
    var_dump($case->getValue());
}
var_dump($enum->hasCase('Wild'), $enum->hasConstant('Wild'));
var_dump((new ReflectionEnum('Plain'))->getBackingType(), (new ReflectionEnumUnitCase('Plain', 'One'))->getEnum()->name);
foreach ([fn () => $enum->getCase('Wild'), fn () => $enum->getCase('None'), fn () => new ReflectionEnum('stdClass'), fn () => new ReflectionEnumBackedCase('Plain', 'One')] as $try) {
    try { $try(); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
}
foreach ($enum->getMethods() as $method) echo $method->class, '::', $method->name, "\n";
--EXPECT--
bool(true)
string(6) "string"
bool(true)
bool(true)
bool(false)
ReflectionEnumBackedCase Hearts H false
enum(Suit::Hearts)
ReflectionEnumBackedCase Spades S '/** Black. */'
enum(Suit::Spades)
bool(false)
bool(true)
NULL
string(5) "Plain"
Suit::Wild is not a case
Case Suit::None does not exist
Class "stdClass" is not an enum
Enum case Plain::One is not a backed case
Suit::label
Suit::cases
Suit::from
Suit::tryFrom
