--TEST--
iterator_apply()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$i = new ArrayIterator([1, 2, 3]); $n = 0; show(iterator_apply($i, function () use (&$n) { $n++; return $n < 2; }), $n); show(iterator_apply($i, fn ($x) => $x, ['arg']));
--EXPECT--
2
2
3
