--TEST--
Methods of enumerations count their arguments; objects that only PHP makes are made by no `new`, reflection or unserialize()
--FILE--
<?php
enum E { case A; } enum F: string { case A = 'a'; }
foreach ([fn() => E::cases(1), fn() => E::A->cases(1, 2), fn() => F::cases(...[1]), fn() => F::from(), fn() => F::from('a', 2), fn() => F::tryFrom([], 1), fn() => call_user_func('E::cases', 3), fn() => (new ReflectionMethod('E', 'cases'))->invoke(null, 1),
 fn() => array_map('E::cases', [1]), fn() => E::cases(x: 1), fn() => RoundingMode::cases(1), fn() => new Generator(1), fn() => (new ReflectionClass('Generator'))->newInstanceWithoutConstructor(), fn() => unserialize('O:9:"Generator":0:{}'), fn() => (new ReflectionClass('Generator'))->newInstance(), fn() => new Closure, fn() => new WeakReference, fn() => clone (function() { yield 1; })(),fn() => array_map([F::class, 'from'], ['a'], [1])] as $i => $f) {
  try { echo $i, ' '; var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
foreach (['InflateContext', 'DeflateContext', 'HashContext', 'Random\Engine\Secure', 'WeakMap', 'Fiber', 'ReflectionClass'] as $c) {
  try { echo get_class(unserialize('O:' . strlen($c) . ":\"$c\":0:{}")), "\n"; } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
try { serialize(new Random\Engine\Secure); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
$o = new WeakMap; $g = 'Generator'; try { spl_object_id(new $g(1)); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
0 ArgumentCountError: E::cases() expects exactly 0 arguments, 1 given
1 ArgumentCountError: E::cases() expects exactly 0 arguments, 2 given
2 ArgumentCountError: F::cases() expects exactly 0 arguments, 1 given
3 ArgumentCountError: F::from() expects exactly 1 argument, 0 given
4 ArgumentCountError: F::from() expects exactly 1 argument, 2 given
5 ArgumentCountError: F::tryFrom() expects exactly 1 argument, 2 given
6 ArgumentCountError: E::cases() expects exactly 0 arguments, 1 given
7 ArgumentCountError: E::cases() expects exactly 0 arguments, 1 given
8 ArgumentCountError: E::cases() expects exactly 0 arguments, 1 given
9 Error: Unknown named parameter $x
10 ArgumentCountError: RoundingMode::cases() expects exactly 0 arguments, 1 given
11 Error: The "Generator" class is reserved for internal use and cannot be manually instantiated
12 ReflectionException: Class Generator is an internal class marked as final that cannot be instantiated without invoking its constructor
13 Exception: Unserialization of 'Generator' is not allowed
14 Error: The "Generator" class is reserved for internal use and cannot be manually instantiated
15 Error: Instantiation of class Closure is not allowed
16 Error: Direct instantiation of WeakReference is not allowed, use WeakReference::create instead
17 Error: Trying to clone an uncloneable object of class Generator
18 ArgumentCountError: F::from() expects exactly 1 argument, 2 given
Exception: Unserialization of 'InflateContext' is not allowed
Exception: Unserialization of 'DeflateContext' is not allowed
Exception: Incomplete or ill-formed serialization data
Exception: Unserialization of 'Random\Engine\Secure' is not allowed
Exception: Unserialization of 'WeakMap' is not allowed
Exception: Unserialization of 'Fiber' is not allowed
Exception: Unserialization of 'ReflectionClass' is not allowed
Serialization of 'Random\Engine\Secure' is not allowed
The "Generator" class is reserved for internal use and cannot be manually instantiated
