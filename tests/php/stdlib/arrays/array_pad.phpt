--TEST--
array_pad()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_pad([1, 2], 4, 0), array_pad([1, 2], -4, 0), array_pad([1, 2], 1, 0), array_pad(['a' => 1, 5 => 2], 4, 'x'), array_pad(['a' => 1, 5 => 2], -4, 'x'), array_pad([], 2, null));
attempt(fn () => array_pad([], PHP_INT_MAX, 0));
--EXPECT--
[1,2,0,0]
[0,0,1,2]
[1,2]
{"a":1,"0":2,"1":"x","2":"x"}
{"0":"x","1":"x","a":1,"2":2}
[null,null]
ValueError: array_pad(): Argument #2 ($length) must not exceed the maximum allowed array size
