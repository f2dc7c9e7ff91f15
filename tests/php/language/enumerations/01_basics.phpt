--TEST--
Pure enumerations
--FILE--
<?php
enum Suit {
    case Hearts;
    case Spades;
    const Wild = self::Spades;
    static function random() { return self::Hearts; }
    function color(): string { return match ($this) { self::Hearts => 'Red', self::Spades => 'Black' }; }
    function label() { return ucfirst(strtolower($this->name)); }
}
$s = Suit::Hearts; echo $s->name, $s->color(), Suit::Wild->name, Suit::random()->label(), "\n";
var_dump($s === Suit::Hearts, $s == Suit::Spades, $s instanceof Suit, $s instanceof UnitEnum, $s instanceof BackedEnum, Suit::cases());
var_dump($s, [$s]); print_r($s); echo "\n"; var_export([$s]); echo "\n";
foreach ([fn() => Suit::Nope, fn() => new Suit, fn() => clone $s, fn() => $s->name = 'x', fn() => json_encode($s, JSON_THROW_ON_ERROR), fn() => (string) $s, fn() => serialize($s)] as $f) try {
    echo $f(), "\n";
} catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
echo gettype($s), get_debug_type($s), "\n"; var_dump($s < Suit::Spades, (bool) $s); $n = 'Suit';
echo $n::Hearts->name, constant('Suit::Spades')->name, count(Suit::cases()), "\n";
--EXPECT--
HeartsRedSpadesHearts
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
array(2) {
  [0]=>
  enum(Suit::Hearts)
  [1]=>
  enum(Suit::Spades)
}
enum(Suit::Hearts)
array(1) {
  [0]=>
  enum(Suit::Hearts)
}
Suit Enum
(
    [name] => Hearts
)

array (
  0 => 
  \Suit::Hearts,
)
Error: Undefined constant Suit::Nope
Error: Cannot instantiate enum Suit
Error: Trying to clone an uncloneable object of class Suit
Error: Cannot modify readonly property Suit::$name
JsonException: Non-backed enums have no default serialization
Error: Object of class Suit could not be converted to string
E:11:"Suit:Hearts";
objectSuit
bool(false)
bool(true)
HeartsSpades2
