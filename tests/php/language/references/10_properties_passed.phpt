--TEST--
A property passed by reference, used by its name meanwhile and afterwards
--FILE--
<?php
class N { public int $key; public ?N $left=null; public ?N $right=null; public $u; function __construct(int $k){$this->key=$k;} }
class T { public ?N $root=null; private array $list = [3,1,2]; public $keep; public string $s = 'a'; public int $n = 1;
 private function ins(?N &$p, int $k): void { if ($p===null) { $p=new N($k); return; } if ($k < $p->key) $this->ins($p->left,$k); else $this->ins($p->right,$k); }
 function insert(int $k) { $this->ins($this->root,$k); }
 private function add(array &$a, $x) { $a[] = $x; return count($this->list); }
 function go() { $r = $this->add($this->list, 9); var_dump($r, $this->list); return $this; }
 private function hold(&$x) { $this->keep = &$x; }
 function holding() { $this->hold($this->s); $this->keep = 'changed'; var_dump($this->s); $this->s = 'again'; var_dump($this->keep); }
 private function gen(&$x) { yield 1; $x .= '-gen'; yield 2; }
 function generating() { foreach ($this->gen($this->s) as $v) echo $v, $this->s, "\n"; }
 private function &back(&$x) { return $x; }
 function returning() { $y = &$this->back($this->n); $y = 42; var_dump($this->n); }
 private function fail(&$x) { $x = 7; throw new Exception('e'); }
 function failing() { try { $this->fail($this->n); } catch (Exception $e) { } $c = clone $this; $c->n = 8; var_dump($this->n, $c->n); }
 private function wrong(&$x) { $x = 'no int'; }
 function typing() { try { $this->wrong($this->n); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } var_dump($this->n); }
 function closing() { $c = (function (&$x) { return function () use (&$x) { $x = 'closed'; }; })($this->s); $c(); var_dump($this->s); }
 private function unsets(&$x) { unset($this->s); $x = 'lost'; }
 function unsetting() { $this->unsets($this->s); var_dump(isset($this->s)); try { echo $this->s; } catch (Error $e) { echo $e->getMessage(), "\n"; } $this->s = 'new'; var_dump($this->s); }
 private function twice(&$a, &$b) { $a++; $b++; }
 function both() { $this->twice($this->n, $this->n); var_dump($this->n); }
 private function var(&...$rest) { $this->keep = $rest; }
 function variadic() { $this->var($this->n); $this->keep[0] = 100; var_dump($this->n); unset($this->keep); }
 private function str(&$x) { $x .= 'more'; $x .= $this->s; }
 function building() { $this->str($this->s); $this->s .= '!'; var_dump($this->s); }
}
function addto(array &$a) { $a[] = 1; }
$t=new T; foreach ([5,3,8,1,4,9] as $i) $t->insert($i);
echo json_encode($t->root), "\n";
$t->go()->holding(); $t->generating(); $t->returning(); $t->failing(); $t->typing(); $t->closing(); $t->unsetting(); $t->both(); $t->variadic(); $t->building();
class D { public $x = 1; public $list = []; } $d = new D; $d->dyn = []; addto($d->list); addto($d->dyn); var_dump($d); $e = clone $d; addto($e->list); var_dump(count($d->list), count($e->list)); foreach ($d as $k => $v) echo $k, ' '; echo "\n";
$o = new ArrayObject(['a'=>[1]]); addto($o['a']); var_dump($o['a']);
--EXPECTF--
{"key":5,"left":{"key":3,"left":{"key":1,"left":null,"right":null,"u":null},"right":{"key":4,"left":null,"right":null,"u":null},"u":null},"right":{"key":8,"left":null,"right":{"key":9,"left":null,"right":null,"u":null},"u":null},"u":null}
int(4)
array(4) {
  [0]=>
  int(3)
  [1]=>
  int(1)
  [2]=>
  int(2)
  [3]=>
  int(9)
}
string(7) "changed"
string(5) "again"
1again
2again-gen
int(42)
int(7)
int(8)
Cannot assign string to reference held by property T::$n of type int
int(7)
string(6) "closed"
bool(false)
Typed property T::$s must not be accessed before initialization
string(3) "new"
int(9)
int(100)
string(15) "newmorenewmore!"

Deprecated: Creation of dynamic property D::$dyn is deprecated in %s10_properties_passed.php on line 32
object(D)#9 (3) {
  ["x"]=>
  int(1)
  ["list"]=>
  array(1) {
    [0]=>
    int(1)
  }
  ["dyn"]=>
  array(1) {
    [0]=>
    int(1)
  }
}
int(1)
int(2)
x list dyn 
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(1)
}
