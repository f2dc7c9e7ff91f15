--TEST--
Builtins that write through references keep to the types of properties
--FILE--
<?php
class T { public int $i = 1; public ?array $a = [3,1]; public string $s = 'x'; public static int $st = 5; public int|string $u = 1; private int $p = 3; function q() { try { settype($this->p, 'array'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } } }
function at($f) { try { $f(); } catch (Throwable $e) { echo get_class($e),': ',$e->getMessage(),"\n"; } }
$t = new T;
at(function() use ($t) { settype($t->i, 'array'); });
at(function() use ($t) { settype($t->i, 'string'); var_dump($t->i); });
at(function() use ($t) { sort($t->a); var_dump($t->a); });
at(function() use ($t) { sort($t->i); });
at(function() use ($t) { preg_match('/x/', 'x', $t->s); });
at(function() use ($t) { preg_match('/x/', 'x', $t->a); var_dump($t->a); });
at(function() use ($t) { str_replace('a', 'b', 'aaa', $t->i); var_dump($t->i); });
at(function() use ($t) { str_replace('a', 'b', 'aaa', $t->s); var_dump($t->s); });
at(function() use ($t) { settype($t->u, 'float'); var_dump($t->u); });
at(function() use ($t) { array_walk($t, function(&$x) { $x = []; }); });
at(function() use ($t) { foreach ($t as &$v) { $v = new stdClass; } });
$t->q();
?>
--EXPECT--
TypeError: Cannot assign array to reference held by property T::$i of type int
int(1)
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(3)
}
TypeError: sort(): Argument #1 ($array) must be of type array, int given
TypeError: Cannot assign array to reference held by property T::$s of type string
array(1) {
  [0]=>
  string(1) "x"
}
int(3)
string(1) "3"
int(1)
TypeError: Cannot assign array to reference held by property T::$i of type int
TypeError: Cannot assign stdClass to reference held by property T::$i of type int
Cannot assign array to reference held by property T::$p of type int
