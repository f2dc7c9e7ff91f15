--TEST--
Properties, methods, $this, constructors
--FILE--
<?php
class Point {
    public $x = 0;
    public $y = 0;
    function __construct($x = 0, $y = 0) { $this->x = $x; $this->y = $y; }
    function move($dx, $dy) { $this->x += $dx; $this->y += $dy; return $this; }
    function __toString() { return "($this->x, $this->y)"; }
}
$p = new Point(1, 2); echo $p, ' ', $p->move(1, 1)->move(2, 0), "\n"; $q = $p; $q->x = 100; echo $p, "\n";
$r = clone $p; $r->x = 0; echo $p, $r, "\n";
var_dump($p); print_r(new Point); echo json_encode($p), ' ', get_class($p), ' ', $p::class, "\n";
$c = 'Point'; $n = new $c(5); echo $n, new Point, (new Point(7))->x, new Point(1)->move(1, 1), "\n"; $m = 'move';
echo $n->$m(1, 1), $n->{'x'}, "\n";
class Promoted {
    public function __construct(public readonly int $a, protected ?string $b = 'b', private array $c = []) {}
    function all() { return [$this->a, $this->b, $this->c]; }
}
echo json_encode((new Promoted(1, c: [2]))->all()), "\n"; class Empty_ {} var_dump(new Empty_ == new Empty_);
try { new Missing; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { new Promoted; } catch (Error $e) { echo preg_replace('/ in \S+ on/', ' on', $e->getMessage()), "\n"; }
--EXPECT--
(1, 2) (4, 3)
(100, 3)
(100, 3)(0, 3)
object(Point)#1 (2) {
  ["x"]=>
  int(100)
  ["y"]=>
  int(3)
}
Point Object
(
    [x] => 0
    [y] => 0
)
{"x":100,"y":3} Point Point
(5, 0)(0, 0)7(2, 1)
(6, 1)6
[1,"b",[2]]
bool(true)
Class "Missing" not found
Too few arguments to function Promoted::__construct(), 0 passed on line 20 and at least 1 expected
