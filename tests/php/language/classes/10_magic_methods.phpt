--TEST--
__call, __callStatic, __invoke, __toString, __clone, __debugInfo, __set_state
--FILE--
<?php
class M {
    function __call($n, $a) { return "$n:" . json_encode($a); }
    static function __callStatic($n, $a) { return "static $n:" . json_encode($a); }
    function __invoke(...$a) { return array_sum($a); }
    private function priv() { return 'p'; }
    function in() { return self::other(1); }
    public $o;
    function __clone() { $this->o = clone $this->o; }
    function __debugInfo() { return ['debug' => 'info']; }
    static function __set_state($a) { $m = new self; $m->o = $a['o']; return $m; }
}
$m = new M; echo $m->foo(1, 'b'), M::bar([2]), $m(1, 2, 3), $m->priv(), $m->in(), "\n"; $m->o = new stdClass;
$n = clone $m; $n->o->x = 1; echo json_encode([$m, $n]), "\n"; var_dump($m);
var_export(M::__set_state(['o' => 5])); echo "\n";
class S { function __toString(): string { return 'as string'; } }
echo new S, ' ', strlen(new S), ' ', new S . '!', ' ', 'as string' == new S ? 'equal' : '', ' ', in_array('as string', [new S]) ? 'in' : '', "\n";
var_dump(new S instanceof Stringable);
class Bad { function __toString(): string { return 5; } } echo new Bad, "\n"; class None {}
try { echo new None; } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo array_sum(array_map(new M, [1, 2], [3, 4])), "\n";
--EXPECT--
foo:[1,"b"]static bar:[[2]]6priv:[]other:[1]
[{"o":{}},{"o":{"x":1}}]
object(M)#1 (1) {
  ["debug"]=>
  string(4) "info"
}
\M::__set_state(array(
   'o' => 5,
))
as string 9 as string! equal in
bool(true)
5
Object of class None could not be converted to string
10
