--TEST--
Names that variadic builtins do not have
--FILE--
<?php
function t($f) { try { var_dump($f()); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
t(fn() => var_dump(self: 0));
t(fn() => var_dump(1, x: 2));
t(fn() => sprintf(format: '%d', values: 3));
t(fn() => sprintf('%d', values: 3));
t(fn() => sprintf('%d', f: 3));
t(fn() => sprintf(f: 3));
t(fn() => max(value: 3, x: 4));
t(fn() => max(x: 4));
t(fn() => array_merge(a: [1], b: [2]));
t(fn() => array_push(...['array' => [1], 'x' => 2]));
t(fn() => call_user_func(fn(...$a) => $a, a: 1, b: 2));
t(fn() => array_diff(array: [1], arrays: [2]));
t(fn() => pack(format: 'C', x: 5));
t(fn() => min(value: [1,2], value2: 3));
t(fn() => (new ReflectionFunction('sprintf'))->invoke(format: '%s', q: 1));
--EXPECT--
ArgumentCountError: var_dump() expects at least 1 argument, 0 given
ArgumentCountError: var_dump() does not accept unknown named parameters
ArgumentCountError: sprintf() does not accept unknown named parameters
ArgumentCountError: sprintf() does not accept unknown named parameters
ArgumentCountError: sprintf() does not accept unknown named parameters
ArgumentCountError: sprintf() expects at least 1 argument, 0 given
ArgumentCountError: max() does not accept unknown named parameters
ArgumentCountError: max() expects at least 1 argument, 0 given
ArgumentCountError: array_merge() does not accept unknown named parameters
ArgumentCountError: array_push() does not accept unknown named parameters
array(2) {
  ["a"]=>
  int(1)
  ["b"]=>
  int(2)
}
ArgumentCountError: array_diff() does not accept unknown named parameters
ArgumentCountError: pack() does not accept unknown named parameters
ArgumentCountError: min() does not accept unknown named parameters
ArgumentCountError: sprintf() does not accept unknown named parameters
