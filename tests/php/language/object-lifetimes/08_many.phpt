--TEST--
Many objects, long chains and deep nesting go in linear time
--FILE--
<?php
class N { public $next; }
class D { public $next; static $count = 0; function __destruct() { self::$count++; } }
class Unlinking { public $next; static $count = 0; function __destruct() { $this->next = null; self::$count++; } }
function chain($class, $length) {
    $head = null;
    while ($length--) {
        $one = new $class;
        $one->next = $head;
        $head = $one;
    }
    return $head;
}
chain('N', 4000);
chain('D', 4000);
echo D::$count, "\n";
chain('Unlinking', 1000);
echo Unlinking::$count, "\n";
$nested = new D;
for ($i = 0; $i < 4000; $i++) {
    $nested = [$nested];
}
$nested = null;
$many = [];
for ($i = 0; $i < 4000; $i++) {
    $many[] = new N;
}
$many = null;
var_dump(D::$count, spl_object_id(new N) <= 4000);
for ($i = 0; $i < 200; $i++) {
    $all[] = WeakReference::create(new N);
}
echo count(array_filter($all, fn($one) => $one->get() !== null)), "\n";
--EXPECT--
4000
1000
int(4001)
bool(true)
0
