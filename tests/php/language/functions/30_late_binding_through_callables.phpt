--TEST--
Late static binding through callables, and arguments by position and name
--FILE--
<?php
class P { static function who() { return static::class; } static function test() { return [call_user_func('parent::nope') ?? 1]; } } class C extends P { static function t() { return [call_user_func([__CLASS__, 'parent::who']), call_user_func('parent::who'), call_user_func('self::who'), call_user_func('static::who'), call_user_func(['parent', 'who']), forward_static_call(['P', 'who']), call_user_func(['P', 'who']), parent::who(), P::who()]; } } class D extends C {} print_r(D::t());
function f(int $a, string $b = 'x', ...$rest) { var_dump(func_get_args(), func_num_args(), $a, $b, $rest); } f(1); f(1, 'b', 3, 4); f(b: 'q', a: 2); f(1, ...[2 => 'z']); f(...['a' => 1, 'b' => 'n']); f(1, 'b', c: 5); try { f(a: 1, a: 2); } catch (Error $e) { echo $e->getMessage(); }
--EXPECTF--
Deprecated: Callables of the form ["C", "parent::who"] are deprecated in %s30_late_binding_through_callables.php on line 2

Deprecated: Use of "parent" in callables is deprecated in %s30_late_binding_through_callables.php on line 2

Deprecated: Use of "self" in callables is deprecated in %s30_late_binding_through_callables.php on line 2

Deprecated: Use of "static" in callables is deprecated in %s30_late_binding_through_callables.php on line 2

Deprecated: Use of "parent" in callables is deprecated in %s30_late_binding_through_callables.php on line 2
Array
(
    [0] => D
    [1] => D
    [2] => D
    [3] => D
    [4] => D
    [5] => D
    [6] => P
    [7] => D
    [8] => P
)
array(1) {
  [0]=>
  int(1)
}
int(1)
int(1)
string(1) "x"
array(0) {
}
array(4) {
  [0]=>
  int(1)
  [1]=>
  string(1) "b"
  [2]=>
  int(3)
  [3]=>
  int(4)
}
int(4)
int(1)
string(1) "b"
array(2) {
  [0]=>
  int(3)
  [1]=>
  int(4)
}
array(2) {
  [0]=>
  int(2)
  [1]=>
  string(1) "q"
}
int(2)
int(2)
string(1) "q"
array(0) {
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  string(1) "z"
}
int(2)
int(1)
string(1) "z"
array(0) {
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  string(1) "n"
}
int(2)
int(1)
string(1) "n"
array(0) {
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  string(1) "b"
}
int(2)
int(1)
string(1) "b"
array(1) {
  ["c"]=>
  int(5)
}
Named parameter $a overwrites previous argument
