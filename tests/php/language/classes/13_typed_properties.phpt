--TEST--
Typed properties: coercion, uninitialised state, errors
--FILE--
<?php
class T {
    public int $i = 0;
    public ?string $s = null;
    public float $f = 1;
    public array $a;
    public int|string $u = 'u';
    public self $me;
    public ?T $n;
    public static int $st = 5;
    public bool $b = false;
}
$t = new T; $t->i = '42'; $t->f = 3; $t->u = 1.0; $t->b = 'yes'; var_dump($t->i, $t->f, $t->u, $t->b);
foreach ([fn() => $t->i = 'abc', fn() => $t->i = null, fn() => $t->a, fn() => $t->me = new stdClass, fn() => T::$st = 'x', fn() => $t->n, fn() => $t->s = [], fn() => $t->i = 1.5] as $f) try {
    $f(); echo "fine\n";
} catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
$t->i = PHP_INT_MAX; try { $t->i++; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } $t->a['x'][] = 1;
echo json_encode($t->a), "\n"; $r = &$t->i; try { $r = 'not int'; } catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
$r = '7'; var_dump($t->i); unset($t->s); try { $t->s; } catch (Error $e) { echo $e->getMessage(), "\n"; } var_dump($t);
--EXPECTF--
int(42)
float(3)
int(1)
bool(true)
TypeError: Cannot assign string to property T::$i of type int
TypeError: Cannot assign null to property T::$i of type int
Error: Typed property T::$a must not be accessed before initialization
TypeError: Cannot assign stdClass to property T::$me of type self
TypeError: Cannot assign string to property T::$st of type int
Error: Typed property T::$n must not be accessed before initialization
TypeError: Cannot assign array to property T::$s of type ?string

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s13_typed_properties.php on line 14
fine
Cannot increment property T::$i of type int past its maximal value
{"x":[1]}
Cannot assign string to reference held by property T::$i of type int
int(7)
Typed property T::$s must not be accessed before initialization
object(T)#1 (5) {
  ["i"]=>
  &int(7)
  ["s"]=>
  uninitialized(?string)
  ["f"]=>
  float(3)
  ["a"]=>
  array(1) {
    ["x"]=>
    array(1) {
      [0]=>
      int(1)
    }
  }
  ["u"]=>
  int(1)
  ["me"]=>
  uninitialized(self)
  ["n"]=>
  uninitialized(?T)
  ["b"]=>
  bool(true)
}
