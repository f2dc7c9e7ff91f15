--TEST--
count()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(count([1, 2]), count([]), count([1, [2, 3]], COUNT_RECURSIVE), sizeof(['a' => 1]));
class C implements Countable { public function count(): int { return 7; } } show(count(new C));
attempt(fn () => count('x')); attempt(fn () => count(null)); attempt(fn () => count([1], 5)); attempt(fn () => count(new stdClass));
$r = [1]; $r[] = &$r; show(count($r, COUNT_RECURSIVE));
--EXPECT--
2
0
4
1
7
TypeError: count(): Argument #1 ($value) must be of type Countable|array, string given
TypeError: count(): Argument #1 ($value) must be of type Countable|array, null given
ValueError: count(): Argument #2 ($mode) must be either COUNT_NORMAL or COUNT_RECURSIVE
TypeError: count(): Argument #1 ($value) must be of type Countable|array, stdClass given
[count(): Recursion detected]
2
