--TEST--
array_key_exists()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$a = ['a' => 1, 5 => 2, '' => 3, 'n' => null];
show(array_key_exists('a', $a), array_key_exists(5, $a), array_key_exists('5', $a), array_key_exists('05', $a), array_key_exists(null, $a), array_key_exists('n', $a), array_key_exists(true, [0, 1]), array_key_exists(1.0, [0, 1]), key_exists('zz', $a));
attempt(fn () => array_key_exists([], $a));
attempt(fn () => array_key_exists(new stdClass, $a));
--EXPECT--
true
true
true
false
true
true
true
true
false
TypeError: Cannot access offset of type array on array
TypeError: Cannot access offset of type stdClass on array
