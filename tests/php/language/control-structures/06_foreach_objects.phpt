--TEST--
foreach over objects
--FILE--
<?php
class P {
    public $a = 1;
    protected $b = 2;
    private $c = 3;
    public $d;
    function all() { foreach ($this as $k => $v) echo "$k=", json_encode($v), ' '; echo "\n"; }
}
$p = new P; foreach ($p as $k => $v) echo "$k=", json_encode($v), ' '; echo "\n"; $p->all();
$p->dyn = 'x' ?? 0;
foreach ($p as $k => &$r) if ($k == 'a') $r = 'changed'; unset($r); echo $p->a, "\n";
class It implements Iterator {
    private $i = 0;
    function __construct(private $n) {}
 function current(): mixed { echo '[cur]'; return $this->i * 10; }
    function key(): mixed { echo '[key]'; return "k$this->i"; }
 function next(): void { echo '[next]'; $this->i++; }
    function rewind(): void { echo '[rewind]'; $this->i = 0; }
    function valid(): bool { echo '[valid]'; return $this->i < $this->n; }
}
foreach (new It(2) as $k => $v) echo "$k=>$v "; echo "\n"; foreach (new It(1) as $v) echo $v; echo "\n";
class Agg implements IteratorAggregate {
    function getIterator(): Iterator { return new ArrayIterator(['x' => 1, 'y' => 2]); }
}
foreach (new Agg as $k => $v) echo "$k$v"; echo "\n";
try { foreach (new It(1) as &$v); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
a=1 d=null 
a=1 b=2 c=3 d=null 

Deprecated: Creation of dynamic property P::$dyn is deprecated in %s06_foreach_objects.php on line 10
changed
[rewind][valid][cur][key]k0=>0 [next][valid][cur][key]k1=>10 [next][valid]
[rewind][valid][cur]0[next][valid]
x1y2
An iterator cannot be used with foreach by reference
