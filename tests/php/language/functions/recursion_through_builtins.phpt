--TEST--
Recursion 2,000 calls deep through what PHP itself calls: magic methods, array access, hooks, callbacks
--FILE--
<?php
const SOME = 2000;

function by_map(int $n): int { return $n === 0 ? 0 : 1 + array_map('by_map', [$n - 1])[0]; }
function by_call(int $n): int { return $n === 0 ? 0 : 1 + call_user_func('by_call', $n - 1); }
function by_call_array(int $n): int { return $n === 0 ? 0 : 1 + call_user_func_array('by_call_array', [$n - 1]); }
function by_sort(int $n): int { if ($n === 0) { return 0; } $found = 0; $list = [1, 2]; usort($list, function ($a, $b) use ($n, &$found) { $found = 1 + by_sort($n - 1); return 0; }); return $found; }
function by_reduce(int $n): int { return $n === 0 ? 0 : 1 + array_reduce([1], fn($all, $item) => by_reduce($n - 1)); }
function by_walk(int $n): int { if ($n === 0) { return 0; } $list = [$n - 1]; array_walk($list, function (&$item) { $item = 1 + by_walk($item); }); return $list[0]; }
function by_replace(int $n): string { return $n === 0 ? '.' : preg_replace_callback('/x/', fn() => by_replace($n - 1), 'x'); }

class Deep implements ArrayAccess, Countable
{
    public function __construct(private int $n = 0, public ?Deep $next = null) {}
    public function down(): int { return $this->next === null ? 0 : 1 + $this->next->down(); }
    public function __toString(): string { return $this->next === null ? '.' : (string) $this->next; }
    public function __get(string $name): int { return $this->next === null ? 0 : 1 + $this->next->missing; }
    public function __call(string $name, array $arguments): int { return $this->next === null ? 0 : 1 + $this->next->unknown(); }
    public function __invoke(): int { return $this->next === null ? 0 : 1 + ($this->next)(); }
    public function __isset(string $name): bool { return $this->next === null || isset($this->next->absent); }
    public function count(): int { return $this->next === null ? 0 : 1 + count($this->next); }
    public function offsetGet(mixed $key): mixed { return $this->next === null ? 0 : 1 + $this->next[$key]; }
    public function offsetSet(mixed $key, mixed $value): void { if ($this->next !== null) { $this->next[$key] = $value; } }
    public function offsetExists(mixed $key): bool { return $this->next === null || isset($this->next[$key]); }
    public function offsetUnset(mixed $key): void { if ($this->next !== null) { unset($this->next[$key]); } }
    public int $hooked { get => $this->next === null ? 0 : 1 + $this->next->hooked; }
}

$chain = new Deep();
for ($i = 0; $i < SOME; $i++) { $chain = new Deep($i, $chain); }
$forms = [
    'objects' => fn() => $chain->down(),
    '__toString' => fn() => (string) $chain,
    '__get' => fn() => $chain->missing,
    '__call' => fn() => $chain->unknown(),
    '__invoke' => fn() => $chain(),
    '__isset' => fn() => isset($chain->absent),
    'count' => fn() => count($chain),
    'offsetGet' => fn() => $chain['x'],
    'offsetSet' => function () use ($chain) { $chain['x'] = 1; return 'set'; },
    'offsetExists' => fn() => isset($chain['x']),
    'offsetUnset' => function () use ($chain) { unset($chain['x']); return 'unset'; },
    'hook' => fn() => $chain->hooked,
    'array_map' => fn() => by_map(SOME),
    'call_user_func' => fn() => by_call(SOME),
    'call_user_func_array' => fn() => by_call_array(SOME),
    'usort' => fn() => by_sort(SOME),
    'array_reduce' => fn() => by_reduce(SOME),
    'array_walk' => fn() => by_walk(SOME),
    'preg_replace_callback' => fn() => by_replace(SOME),
];
foreach ($forms as $name => $form) { echo $name, ': '; var_dump($form()); }
?>
--EXPECT--
objects: int(2000)
__toString: string(1) "."
__get: int(2000)
__call: int(2000)
__invoke: int(2000)
__isset: bool(true)
count: int(2000)
offsetGet: int(2000)
offsetSet: string(3) "set"
offsetExists: bool(true)
offsetUnset: string(5) "unset"
hook: int(2000)
array_map: int(2000)
call_user_func: int(2000)
call_user_func_array: int(2000)
usort: int(2000)
array_reduce: int(2000)
array_walk: int(2000)
preg_replace_callback: string(1) "."
