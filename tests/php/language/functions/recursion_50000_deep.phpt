--TEST--
Recursion 50,000 calls deep, and 5,000 in other forms
--INI--
memory_limit=1G
--FILE--
<?php
const DEPTH = 50000;
const SOME = 5000;

function plain(int $n): int { return $n === 0 ? 0 : 1 + plain($n - 1); }
function &by_reference(int &$n, array &$seen) { if ($n > 0) { $n--; $seen[] = 1; by_reference($n, $seen); } return $seen; }
function with_finally(int $n): int { try { return $n === 0 ? 0 : 1 + with_finally($n - 1); } finally { $n = 0; } }
function variadic(int ...$numbers): int { return $numbers[0] === 0 ? 0 : 1 + variadic($numbers[0] - 1); }
function even(int $n): bool { return $n === 0 || odd($n - 1); }
function odd(int $n): bool { return $n !== 0 && even($n - 1); }
function by_name(string $name, int $n): int { return $n === 0 ? 0 : 1 + $name($name, $n - 1); }
class Deep
{
    public function method(int $n): int { return $n === 0 ? 0 : 1 + $this->method($n - 1); }
    public static function fixed(int $n): int { return $n === 0 ? 0 : 1 + static::fixed($n - 1); }
}

$closure = function (int $n) use (&$closure): int { return $n === 0 ? 0 : 1 + $closure($n - 1); };
$arrow = fn(int $n): int => $n === 0 ? 0 : 1 + $GLOBALS['arrow']($n - 1);
$forms = [
    'plain' => fn() => plain(DEPTH), 'by_reference' => function () { $n = SOME; $seen = []; return count(by_reference($n, $seen)); },
    'finally' => fn() => with_finally(SOME), 'variadic' => fn() => variadic(SOME), 'mutual' => fn() => even(SOME), 'by_name' => fn() => by_name('by_name', SOME),
    'method' => fn() => (new Deep())->method(DEPTH), 'static' => fn() => Deep::fixed(SOME), 'closure' => fn() => $closure(DEPTH), 'arrow' => fn() => $arrow(SOME),
];
foreach ($forms as $name => $form) { echo $name, ': '; var_dump($form()); }
?>
--EXPECT--
plain: int(50000)
by_reference: int(5000)
finally: int(5000)
variadic: int(5000)
mutual: bool(true)
by_name: int(5000)
method: int(50000)
static: int(5000)
closure: int(50000)
arrow: int(5000)
