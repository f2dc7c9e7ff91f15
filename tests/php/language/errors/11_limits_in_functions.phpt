--TEST--
Values a builtin refuses
--FILE--
<?php
foreach ([
    fn() => str_repeat('a', -1), fn() => array_fill(0, -1, 0), fn() => range(1, 2, 0), fn() => random_int(5, 1), fn() => array_chunk([1], 0),
    fn() => explode('', 'a'), fn() => str_pad('a', 5, ''), fn() => max([]), fn() => max(1), fn() => array_rand([]), fn() => substr_count('a', ''),
    fn() => mb_substr_count('a', ''), fn() => json_decode('[]', depth: 0), fn() => number_format('x'), fn() => array_combine([1], []), fn() => constant('A::'),
] as $f) {
    try { var_dump($f()); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
}
--EXPECT--
ValueError: str_repeat(): Argument #2 ($times) must be greater than or equal to 0
ValueError: array_fill(): Argument #2 ($count) must be greater than or equal to 0
ValueError: range(): Argument #3 ($step) cannot be 0
ValueError: random_int(): Argument #1 ($min) must be less than or equal to argument #2 ($max)
ValueError: array_chunk(): Argument #2 ($length) must be greater than 0
ValueError: explode(): Argument #1 ($separator) must not be empty
ValueError: str_pad(): Argument #3 ($pad_string) must not be empty
ValueError: max(): Argument #1 ($value) must contain at least one element
TypeError: max(): Argument #1 ($value) must be of type array, int given
ValueError: array_rand(): Argument #1 ($array) must not be empty
ValueError: substr_count(): Argument #2 ($needle) must not be empty
ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty
ValueError: json_decode(): Argument #3 ($depth) must be greater than 0
TypeError: number_format(): Argument #1 ($num) must be of type int|float, string given
ValueError: array_combine(): Argument #1 ($keys) and argument #2 ($values) must have the same number of elements
Error: Class "A" not found
