--TEST--
array_reduce()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_reduce([1, 2, 3], fn ($c, $x) => $c + $x), array_reduce([1, 2, 3], fn ($c, $x) => $c * $x, 10), array_reduce([], fn () => 1), array_reduce([], fn () => 1, 'init'), array_reduce(['a', 'b'], fn ($c, $x) => $c . $x));
--EXPECT--
6
60
null
"init"
"ab"
