--TEST--
SplFixedArray
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$f = new SplFixedArray(3); $f[0] = 1; $f['2'] = 'x'; var_dump($f, $f->toArray(), count($f), $f->getSize(), isset($f[1]), isset($f[0])); attempt(fn() => $f[3]); attempt(fn() => $f[-1] = 1); attempt(fn() => $f['a']); attempt(fn() => $f[] = 1); $f->setSize(1); var_dump($f->toArray()); attempt(fn() => new SplFixedArray(-1)); foreach (SplFixedArray::fromArray([3 => 'a', 1 => 'b']) as $k => $v) { var_dump($k, $v); } attempt(fn() => SplFixedArray::fromArray(['a' => 1])); echo json_encode(SplFixedArray::fromArray([1, 2])), serialize($f), "\n"; var_dump(unserialize(serialize($f)) == $f); $g = clone $f; $g[0] = 9; var_dump($f[0]);
--EXPECT--
object(SplFixedArray)#2 (3) {
  [0]=>
  int(1)
  [1]=>
  NULL
  [2]=>
  string(1) "x"
}
array(3) {
  [0]=>
  int(1)
  [1]=>
  NULL
  [2]=>
  string(1) "x"
}
int(3)
int(3)
bool(false)
bool(true)
OutOfBoundsException: Index invalid or out of range
OutOfBoundsException: Index invalid or out of range
TypeError: Cannot access offset of type string on SplFixedArray
Error: [] operator not supported for SplFixedArray
array(1) {
  [0]=>
  int(1)
}
ValueError: SplFixedArray::__construct(): Argument #1 ($size) must be greater than or equal to 0
int(0)
NULL
int(1)
string(1) "b"
int(2)
NULL
int(3)
string(1) "a"
InvalidArgumentException: array must contain only positive integer keys
[1,2]O:13:"SplFixedArray":1:{i:0;i:1;}
bool(true)
int(1)
