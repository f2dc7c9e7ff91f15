--TEST--
extends, parent, abstract, final and overriding
--FILE--
<?php
abstract class Shape {
    function __construct(protected string $name) {}
    abstract function area(): float;
    function describe() { return sprintf('%s %.2f', $this->name, $this->area()); }
    static function create(...$a) { return new static(...$a); }
}
class Circle extends Shape {
    function __construct(private float $r) { parent::__construct('circle'); }
    function area(): float { return M_PI * $this->r ** 2; }
}
class Square extends Shape {
    function __construct(private float $s) { parent::__construct('square'); }
    function area(): float { return $this->s ** 2; }
    function describe() { return '[' . parent::describe() . ']'; }
}
foreach ([new Circle(1), new Square(2), Circle::create(2)] as $s) echo $s->describe(), "\n";
try { new Shape('x'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
var_dump(get_parent_class('Circle'), is_subclass_of('Circle', 'Shape'), is_a(new Square(1), 'Shape'), class_parents(new Square(1)));
class G {
    function who() { return 'G'; }
    function test() { return $this->who() . self::who() . static::who(); }
}
class H extends G { function who() { return 'H'; } } echo (new H)->test(), (new G)->test(), "\n";
--EXPECT--
circle 3.14
[square 4.00]
circle 12.57
Cannot instantiate abstract class Shape
string(5) "Shape"
bool(true)
bool(true)
array(1) {
  ["Shape"]=>
  string(5) "Shape"
}
HGHGGG
