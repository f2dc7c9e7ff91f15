--TEST--
A failed assertion shows its own source, normalised
--INI--
zend.assertions=1
assert.exception=1
--FILE--
<?php
function check($f) { try { $f(); } catch (AssertionError $e) { echo $e->getMessage(), "\n"; } }
$a = 0;
check(function () use ($a) { assert($a>1&&($a or foo($a , ...[1,2]))); });
check(fn() => assert(false && new class(1) extends stdClass { private static ?int $x = 1; abstract function f(&$y, int|string ...$z): static; }));
check(fn() => assert(0 && "a $a {$a[1]} \n" . 'it\'s' . 1.0 . -$a ** 2 . (string) ($a ?: [1, 'k' => &$b])));
check(fn() => assert(0 && (fn(int $x = 5) => match (true) { $x > 1, false => $x?->y->z(), default => static::$p[0]++ })));
check(fn() => assert(0 && function () use (&$a) { foreach ($a as $k => $v) { if ($k) { return; } elseif ($v) { echo 1, 2; } else { unset($v); } } }));
check(fn() => assert(false, 'said so'));
--EXPECT--
assert($a > 1 && ($a || foo($a, ...[1, 2])))
assert(false && new class(1) extends stdClass {
    private static ?int $x = 1;
    public abstract function f(&$y, int|string ...$z): static;

})
assert(0 && "a $a {$a[1]} \n" . 'it\'s' . 1.0 . -$a ** 2 . (string)($a ?: [1, 'k' => &$b]))
assert(0 && fn(int $x = 5) => match (true) {
    $x > 1, false => $x?->y->z(),
    default => static::$p[0]++,
})
assert(0 && function () use(&$a) {
    foreach ($a as $k => $v) {
        if ($k) {
            return;
        } elseif ($v) {
            echo 1;
            echo 2;
        } else {
            unset($v);
        }
    }
})
said so
