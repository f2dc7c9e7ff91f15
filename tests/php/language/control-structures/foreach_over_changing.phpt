--TEST--
foreach over what its body changes: arrays by reference that functions rearrange, objects whose properties come and go, hooks
--FILE--
<?php
$a = [1,2,3,4]; foreach ($a as &$v) { echo $v; array_shift($a); } echo "\n"; unset($v);
$a = [1,2,3]; foreach ($a as &$v) { echo $v; if ($v == 2) array_unshift($a, 0, 0, 0); } echo count($a), "\n"; unset($v);
$a = [0,1,2,3,4]; foreach ($a as $k => &$v) { echo "$k=>$v "; if ($v == 3) array_splice($a, 1, 2); } echo "\n"; unset($v);
$a = [0,1,2,3,4]; foreach ($a as $k => &$v) { echo "$k=>$v "; if ($v == 0) array_splice($a, 2, 2); } echo "\n"; unset($v);
$a = [0,1,2,3,4]; foreach ($a as $k => &$v) { echo "$k=>$v "; if ($v == 2) array_splice($a, 2, 1); } echo "\n"; unset($v);
$a = ['a'=>1,'b'=>2,'c'=>3]; foreach ($a as $k => &$v) { echo "$k=>$v "; unset($a[$k]); } echo count($a), "\n"; unset($v);
$a = ['a'=>1,'b'=>2,'c'=>3]; foreach ($a as $k => &$v) { echo "$k=>$v "; if ($k == 'a') unset($a['b']); if ($k == 'c') { $a['d'] = 4; } if ($k == 'd') { $a['b'] = 5; } } echo count($a), "\n"; unset($v);
$a = [1,2,3]; foreach ($a as &$v) { echo $v; if ($v < 3) $a[] = $v + 5; if (count($a) > 8) break; } echo "\n"; unset($v);
$a = [1,2,3]; $n = 0; foreach ($a as &$v) { echo $v; if ($n++ == 1) $a = [7,8,9]; } echo "\n"; unset($v);
$a = [1,2,3]; foreach ($a as &$v) { $b = $a; echo $v; $a[] = 9; if (count($a) > 6) break; } echo count($b), "\n"; unset($v);
$a = [1,2,3]; foreach ($a as &$v) { $v *= 2; foreach ($a as &$w) echo $w; } echo "\n"; unset($v, $w);
$o = (object)['a'=>0,'b'=>1,'c'=>2]; foreach ($o as $k => $v) { echo "$k=>$v "; if ($k == 'a') { $o->c = 9; $o->z = 3; } if ($k == 'z') unset($o->a); } echo "\n";
$o = (object)['a'=>0,'b'=>1,'c'=>2]; foreach ($o as $k => $v) { echo "$k=>$v "; if ($k == 'a') { unset($o->b); } } echo "\n";
$o = (object)['a'=>0,'b'=>1]; foreach ($o as $k => &$v) { echo "$k=>$v "; $v = "x"; if ($k == 'b') $o->n = 5; } unset($v); var_dump($o);
class H { public $x = 1; public $h { get { echo "get "; return 5; } } public $w { set { } } private $p = 2; protected $q = 3; public readonly int $r; function all() { foreach ($this as $k => $v) echo "$k=>$v "; echo "\n"; } }
$h = new H; foreach ($h as $k => $v) { echo "$k=>$v "; if ($k == 'x') { echo "[x]"; } } echo "\n"; $h->all();
try { foreach ($h as &$v) echo "q"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
class S extends H { public $own = 4; } (new S)->all();
$o = new ArrayObject([1,2,3]); foreach ($o as $k => $v) { echo $v; if ($k == 0) $o[] = 4; } echo "\n";
?>
--EXPECT--
1234
1236
0=>0 1=>1 2=>2 3=>3 2=>4 
0=>0 1=>1 2=>4 
0=>0 1=>1 2=>2 2=>3 3=>4 
a=>1 b=>2 c=>3 0
a=>1 c=>3 d=>4 b=>5 4
12367
12789
12396
223243246
a=>0 b=>1 c=>9 z=>3 
a=>0 c=>2 
a=>0 b=>1 n=>5 object(stdClass)#1 (3) {
  ["a"]=>
  string(1) "x"
  ["b"]=>
  string(1) "x"
  ["n"]=>
  string(1) "x"
}
x=>1 [x]get h=>5 
x=>1 get h=>5 p=>2 q=>3 
qCannot create reference to property H::$h
x=>1 get h=>5 p=>2 q=>3 own=>4 
1234
