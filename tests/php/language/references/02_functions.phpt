--TEST--
References into and out of functions
--FILE--
<?php
class Reg {
    private $d = ['n' => 1];
    function &get($k) { return $this->d[$k]; }
    function dump() { return json_encode($this->d); }
}
$r = new Reg; $v = &$r->get('n'); $v = 2; $w = $r->get('n'); $w = 3; $r->get('list')[] = 'pushed';
echo $r->dump(), "\n"; function &counter() { static $c = 0; return $c; } $c = &counter(); $c += 5;
echo counter(), "\n"; function lastOf(array &$a) { return $a[count($a) - 1]; } $arr = [1, 2]; $q = lastOf($arr);
$q = 9; echo json_encode($arr), "\n"; function refGlobal() { global $g; $local = 5; $g = &$local; } $g = 1;
refGlobal(); echo $g, "\n"; function refGlobals() { $GLOBALS['g'] = 'direct'; } refGlobals(); echo $g, "\n";
$fns = []; for ($i = 0; $i < 3; $i++) { $fns[] = function () use (&$i) { return $i; }; }
echo $fns[0](), $fns[2](), "\n"; function &notRef() { return 5 + 1; } $n = &notRef(); echo $n, "\n";
$data = [3, 1, 2]; $alias = &$data; sort($alias); echo json_encode($data), "\n";
function addOne(array $a) { $a[0]++; return $a; } $base = [1]; $ref0 = &$base[0]; addOne($base);
echo $base[0], "\n"; preg_match('/(b)/', 'abc', $m); echo $m[1], "\n"; $copy = $base; $copy[0] = 'leaks';
echo $base[0], "\n";
--EXPECTF--
{"n":2,"list":["pushed"]}
5
[1,2]
1
direct
33

Notice: Only variable references should be returned by reference in %s02_functions.php on line 13
6
[1,2,3]
2
b
leaks
