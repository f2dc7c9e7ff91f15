--TEST--
Calls that PHP compiles to operations are in no trace; called in another way they are
--FILE--
<?php
function f(){ throw new Exception; }
try { call_user_func('f'); } catch (Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { $g='call_user_func'; $g('f'); } catch (Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { call_user_func(...['f']); } catch (Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { call_user_func_array('f',[1]); } catch (Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { call_user_func_array('f',[],3); } catch (Error $e) { echo $e->getTraceAsString(),"\n"; }
function h(int $x) {}
try { call_user_func('h'); } catch (Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { call_user_func('h','x'); } catch (Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { $g('h','x'); } catch (Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { func_get_arg(1); } catch (Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { func_num_args(); } catch (Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { func_num_args(1); } catch (Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { gettype(); } catch (Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
class C implements Countable { function count(): int { throw new Exception; } }
try { count(new C); } catch (Exception $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
class D { function __toString(): string { throw new Exception; } }
try { strlen(new D); } catch (Exception $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
--EXPECTF--
#0 %s16_calls_that_are_operations.php(3): f()
#1 {main}
#0 [internal function]: f()
#1 %s16_calls_that_are_operations.php(4): call_user_func('f')
#2 {main}
#0 [internal function]: f()
#1 %s16_calls_that_are_operations.php(5): call_user_func('f')
#2 {main}
#0 %s16_calls_that_are_operations.php(6): f(1)
#1 {main}
#0 %s16_calls_that_are_operations.php(7): call_user_func_array('f', Array, 3)
#1 {main}
Too few arguments to function h(), 0 passed in %s16_calls_that_are_operations.php on line 9 and exactly 1 expected#0 %s16_calls_that_are_operations.php(9): h()
#1 {main}
h(): Argument #1 ($x) must be of type int, string given, called in %s16_calls_that_are_operations.php on line 10#0 %s16_calls_that_are_operations.php(10): h('x')
#1 {main}
h(): Argument #1 ($x) must be of type int, string given#0 [internal function]: h('x')
#1 %s16_calls_that_are_operations.php(11): call_user_func('h', 'x')
#2 {main}
func_get_arg() cannot be called from the global scope#0 %s16_calls_that_are_operations.php(12): func_get_arg(1)
#1 {main}
func_num_args() must be called from a function context#0 %s16_calls_that_are_operations.php(13): func_num_args()
#1 {main}
func_num_args() expects exactly 0 arguments, 1 given#0 %s16_calls_that_are_operations.php(14): func_num_args(1)
#1 {main}
gettype() expects exactly 1 argument, 0 given#0 %s16_calls_that_are_operations.php(15): gettype()
#1 {main}
#0 %s16_calls_that_are_operations.php(17): C->count()
#1 {main}
#0 %s16_calls_that_are_operations.php(19): D->__toString()
#1 {main}
