--TEST--
Interfaces, constants in them, several at once
--FILE--
<?php
interface Shape { const SIDES = 0; function area(); static function make($n); }
interface Named { function name(): string; } interface Both extends Shape, Named {}
class Sq implements Both {
    const SIDES = 4;
    function __construct(private $n) {}
    function area() { return $this->n ** 2; }
    static function make($n) { return new self($n); }
    function name(): string { return 'sq' . static::SIDES . Shape::SIDES; }
}
$s = Sq::make(3); echo $s->area(), $s->name(), "\n";
var_dump($s instanceof Both, $s instanceof Named, class_implements($s), interface_exists('Both'), class_exists('Both'));
try { new Both; } catch (Error $e) { echo $e->getMessage(), "\n"; } try { Shape::make(1); } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
class Cnt implements Countable, ArrayAccess, IteratorAggregate, JsonSerializable, Stringable {
    private $d = ['a' => 1];
    function count(): int { return 42; }
    function offsetExists(mixed $o): bool { echo "exists($o) "; return isset($this->d[$o]); }
    function offsetGet(mixed $o): mixed { echo "get($o) "; return $this->d[$o] ?? null; }
 function offsetSet(mixed $o, mixed $v): void {
        echo 'set(', var_export($o, true), ') '; if ($o === null) $this->d[] = $v; else $this->d[$o] = $v;
    }
    function offsetUnset(mixed $o): void { echo "unset($o) "; unset($this->d[$o]); }
    function getIterator(): Iterator { return new ArrayIterator($this->d); }
    function jsonSerialize(): mixed { return ['json' => $this->d]; }
    function __toString(): string { return 'str'; }
}
$c = new Cnt;
echo count($c), $c['a'], isset($c['a']), isset($c['z']) ? 1 : 0, empty($c['a']) ? 1 : 0, $c['q'] ?? 'dflt', "\n";
$c['b'] = 2; $c[] = 3; unset($c['a']); $c['b'] .= 'x'; echo json_encode($c), $c, "\n";
foreach ($c as $k => $v) echo "$k=$v "; echo "\n";
--EXPECT--
9sq40
bool(true)
bool(true)
array(3) {
  ["Both"]=>
  string(4) "Both"
  ["Named"]=>
  string(5) "Named"
  ["Shape"]=>
  string(5) "Shape"
}
bool(true)
bool(false)
Cannot instantiate interface Both
Cannot call abstract method Shape::make()
42get(a) 1exists(a) 1exists(z) 0exists(a) get(a) 0exists(q) dflt
set('b') set(NULL) unset(a) get(b) set('b') {"json":{"b":"2x","0":3}}str
b=2x 0=3
