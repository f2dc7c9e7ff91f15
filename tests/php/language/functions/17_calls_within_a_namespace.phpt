--TEST--
Within a namespace, a call of call_user_func() or strlen() is a call like others
--FILE--
<?php
namespace N;
function f(){ throw new \Exception; }
try { call_user_func('f'); } catch (\Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { $g='call_user_func'; $g('f'); } catch (\Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { call_user_func(...['f']); } catch (\Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { call_user_func_array('f',[1]); } catch (\Exception $e) { echo $e->getTraceAsString(),"\n"; }
try { call_user_func_array('f',[],3); } catch (\Error $e) { echo $e->getTraceAsString(),"\n"; }
function h(int $x) {}
try { call_user_func('h'); } catch (\Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { call_user_func('h','x'); } catch (\Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { $g('h','x'); } catch (\Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { func_get_arg(1); } catch (\Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { func_num_args(); } catch (\Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { func_num_args(1); } catch (\Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
try { gettype(); } catch (\Error $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
class C implements \Countable { function count(): int { throw new \Exception; } }
try { count(new C); } catch (\Exception $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
class D { function __toString(): string { throw new \Exception; } }
try { strlen(new D); } catch (\Exception $e) { echo $e->getMessage(), $e->getTraceAsString(),"\n"; }
--EXPECTF--
Fatal error: Uncaught TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, function "f" not found or invalid function name in %s17_calls_within_a_namespace.php:4
Stack trace:
#0 %s17_calls_within_a_namespace.php(4): call_user_func('f')
#1 {main}
  thrown in %s17_calls_within_a_namespace.php on line 4
