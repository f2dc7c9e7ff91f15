--TEST--
Backed enumerations
--FILE--
<?php
interface HasLabel { function label(): string; }
trait Shout { function shout() { return strtoupper($this->value); } }
enum Status: string implements HasLabel {
    use Shout;
    case On = 'on';
    case Off = 'o' . 'ff';
    const DEFAULT = self::On;
    function label(): string { return "Status {$this->value}"; }
    static function fromLabel($l) { foreach (self::cases() as $c) if ($c->label() === $l) return $c; }
}
enum Num: int { case One = 1; case Two = 1 + 1; }
echo Status::from('on')->label(), Status::tryFrom('off')?->name, Num::from('2')->name, Status::On->shout(), Status::fromLabel('Status off')->name, "\n";
var_dump(Status::tryFrom('x'), Num::tryFrom(5));
foreach ([fn() => Status::from('zip'), fn() => Num::from(9), fn() => Num::from('abc')] as $f) try { $f(); } catch (Throwable $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
echo json_encode(['s' => Status::On, 'n' => Num::Two]), array_column(Status::cases(), 'value', 'name')['Off'], implode(array_map(fn($c) => $c->name, Num::cases())), "\n";
var_dump(Status::On); $fn = Status::from(...); echo $fn('off')->name, "\n"; const C = Status::On;
class K {
    const S = Status::Off;
    public Status $s = Status::On;
    function __construct(public Num $n = Num::One) {}
}
echo C->value, K::S->value, (new K)->s->name, (new K)->n->name, "\n";
echo match (Status::On) { Status::Off => 'off', Status::On => 'matched' }, unserialize(serialize(Status::On)) === Status::On ? ' same' : '', "\n";
$w = new WeakMap; $w[Num::One] = 'mapped'; echo $w[Num::One], "\n";
--EXPECT--
Status onOffTwoONOff
NULL
NULL
ValueError: "zip" is not a valid backing value for enum Status
ValueError: 9 is not a valid backing value for enum Num
TypeError: Num::from(): Argument #1 ($value) must be of type int, string given
{"s":"on","n":2}offOneTwo
enum(Status::On)
Off
onoffOnOne
matched same
mapped
