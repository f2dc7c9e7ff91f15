"""Scripts of our own that a new executor runs while it waits, so that the first client's script finds memory touched.

A fork shares its parent's pages until either writes; the first write to each costs 3 to 4 us. Twenty scripts touch most
of what compiling and running will need: 3.6 ms of a first script became 1.2.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Callable

from engine.request import Request

if TYPE_CHECKING:
    from engine.request import Result

ROUNDS = 5

SCRIPTS = (
    """<?php
function area(float $w, float $h = 1.0): float { return $w * $h; }
$sum = 0;
foreach ([1, 2, 3, 'a' => 4] as $key => $value) { $sum += $value; echo "$key=$value "; }
for ($i = 0; $i < 5; $i++) { if ($i % 2) { continue; } $list[] = $i ** 2; }
echo area(2, 3), implode(',', array_map(fn($x) => $x + 1, $list)), PHP_EOL;
printf('%05.2f|%s', M_PI, strtoupper('x'));
""",
    """<?php
interface Shape { const SIDES = 0; public function area(): float; }
abstract class Base implements Shape {
    protected static int $made = 0;
    public function __construct(protected string $name) { self::$made++; }
}
final class Square extends Base {
    public function __construct(private float $side) { parent::__construct('square'); }
    public function area(): float { return $this->side ** 2; }
    public function __toString(): string { return "{$this->name}: {$this->area()}"; }
}
try {
    $s = new Square(2);
    echo $s, PHP_EOL;
    throw new InvalidArgumentException('no', 3);
} catch (LogicException | RuntimeException $e) {
    echo get_class($e), $e->getMessage();
} finally {
    echo 'done';
}
$m = match (true) { $s instanceof Shape => 'shape', default => 'none' };
var_dump($m, $s?->area() <=> 4.0, isset($x['y']));
""",
    """<?php
$name = 'a name';
$text = <<<T
Name: {$name} and more
T;
echo preg_replace('/[aeiou]/', '*', $text), str_pad(ucfirst(trim(' a b ')), 10, '-'), substr_count($text, 'a');
function gen(int $n) { while ($n-- > 0) { yield $n => $n * 2; } return 1; }
foreach (gen(3) as $k => $v) { echo $k, $v; }
$rows = [[3, 'c'], [1, 'a']];
usort($rows, fn($a, $b) => $a[0] <=> $b[0]);
[$a, [, $b]] = [1, [2, 3]];
switch ($b) {
    case 3: echo json_encode(['k' => $a, 'l' => [1.5, null, true]]); break;
    default: echo 'x';
}
""",
    """<?php
namespace App\\Model;
trait Named {
    private array $tags = [];
    public function tag(string ...$tags): static {
        foreach ($tags as $tag) { $this->tags[$tag] ??= count($this->tags); }
        return $this;
    }
}
enum Suit: string {
    case Hearts = 'H';
    case Spades = 'S';
    public function label(): string { return ucwords(strtolower($this->name)); }
}
class Item {
    use Named;
    public ?Item $next = null;
    public function each(callable $f): void { $f($this->tags); }
}
$item = (new Item)->tag('a', 'b');
$item->each(function (array $tags) use ($item) { echo count($tags), Suit::from('H')->label(); });
$f = static fn(int|string $x): bool => (bool) $x;
echo $f(1) ? 'yes' : 'no', sprintf('%08b', 37), array_sum(array_filter(range(1, 10), 'is_int'));
""",
)


def rehearse(execute: Callable[[Request], Result], connection: socket.socket) -> None:
    """Run them until there is something to do."""
    for _round in range(ROUNDS):
        for code in SCRIPTS:
            if not _is_quiet(connection):
                return
            execute(Request(code=code))


def _is_quiet(connection: socket.socket) -> bool:
    try:
        connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return True
    return False
