--TEST--
Iterator, IteratorAggregate, Traversable and functions on them
--FILE--
<?php
class Range implements Iterator {
    private $i;
    function __construct(private $a, private $b) { $this->i = $a; }
    function current(): int { return $this->i; }
    function key(): int { return $this->i - $this->a; }
    function next(): void { $this->i++; }
    function rewind(): void { $this->i = $this->a; }
    function valid(): bool { return $this->i <= $this->b; }
}
$r = new Range(3, 6);
echo implode(',', iterator_to_array($r)), iterator_count($r), json_encode(iterator_apply($r, function () use ($r) {
    echo $r->current(); return true;
})), "\n";
class Agg implements IteratorAggregate {
    function __construct(private iterable $x) {}
    function getIterator(): Traversable { yield from $this->x; }
}
foreach (new Agg(new Agg($r)) as $k => $v) echo "$k:$v "; echo "\n";
foreach (new Agg([1, 2]) as $v) foreach (new Agg([3]) as $w) echo $v * $w, ' '; echo "\n";
[$first, , $third] = [...$r]; echo $first, $third, max(...$r), "\n";
class Bad implements IteratorAggregate { function getIterator(): Traversable { return new ArrayIterator([]); } }
echo iterator_count(new Bad), "\n";
var_dump(is_iterable($r), is_iterable([1]), is_iterable('x'), new Agg([]) instanceof Traversable);
$l = new LimitIterator(new InfiniteIterator(new ArrayIterator([1, 2])), 0, 5);
echo implode(iterator_to_array($l, false)), "\n";
--EXPECT--
3,4,5,6434564
0:3 1:4 2:5 3:6 
3 6 
356
0
bool(true)
bool(true)
bool(false)
bool(true)
12121
