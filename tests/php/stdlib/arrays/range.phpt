--TEST--
range()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(range(1, 5), range(5, 1, 2), range(0, 1, 0.25), range('a', 'e'), range('e', 'a', 2), range(1, 1), range('1', '3'), range('A', 'z', 20), range(3, 1), range(0, 10, 5.0), range(1.5, 4), range('5', 'c'), range('', 'c'));
show(range('aa', 'c'), range(1, 'b'));
attempt(fn () => range(1, 5, 0)); attempt(fn () => range(1, 5, -1)); attempt(fn () => range(1, 2, 5)); attempt(fn () => range(0, 1e10)); attempt(fn () => range(0, INF)); attempt(fn () => range('a', 'c', 1.5)); attempt(fn () => range(1, 2, NAN)); attempt(fn () => range([], 1));
--EXPECT--
[range(): Argument #1 ($start) must not be empty, casted to 0]
[range(): Argument #1 ($start) must be a single byte string if argument #2 ($end) is a single byte string, argument #2 ($end) converted to 0]
[1,2,3,4,5]
[5,3,1]
[0.0,0.25,0.5,0.75,1.0]
["a","b","c","d","e"]
["e","c","a"]
[1]
["1","2","3"]
["A","U","i"]
[3,2,1]
[0,5,10]
[1.5,2.5,3.5]
["5","6","7","8","9",":",";","<","=",">","?","@","A","B","C","D","E","F","G","H","I","J","K","L","M","N","O","P","Q","R","S","T","U","V","W","X","Y","Z","[","\\","]","^","_","`","a","b","c"]
[0]
[range(): Argument #1 ($start) must be a single byte, subsequent bytes are ignored]
[range(): Argument #1 ($start) must be a single byte string if argument #2 ($end) is a single byte string, argument #2 ($end) converted to 0]
["a","b","c"]
[1,0]
ValueError: range(): Argument #3 ($step) cannot be 0
ValueError: range(): Argument #3 ($step) must be greater than 0 for increasing ranges
ValueError: range(): Argument #3 ($step) must be less than the range spanned by argument #1 ($start) and argument #2 ($end)
ValueError: The supplied range exceeds the maximum array size: start=0.0 end=10000000000.0 step=1.0
ValueError: range(): Argument #2 ($end) must be a finite number, INF provided
[range(): Argument #3 ($step) must be of type int when generating an array of characters, inputs converted to 0]
[0.0]
ValueError: range(): Argument #3 ($step) must be a finite number, NAN provided
TypeError: range(): Argument #1 ($start) must be of type string|int|float, array given
