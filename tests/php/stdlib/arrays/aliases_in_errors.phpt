--TEST--
Errors bear the name a function was called by; callbacks that are no pair
--FILE--
<?php
function attempt($do) { try { $do(); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
attempt(fn () => sizeof(1));
attempt(fn () => count(null));
attempt(fn () => join('x'));
attempt(fn () => implode('x'));
attempt(fn () => closedir(1));
foreach (['sizeof', 'join', 'count', 'implode'] as $name) {
    attempt(fn () => $name(1));
}
foreach ([[1, 'a'], [0 => 'x', 'b' => 1], [1, 2, 3], []] as $callback) {
    attempt(fn () => array_map($callback, [1]));
}
?>
--EXPECT--
TypeError: sizeof(): Argument #1 ($value) must be of type Countable|array, int given
TypeError: count(): Argument #1 ($value) must be of type Countable|array, null given
TypeError: join(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
TypeError: implode(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
TypeError: closedir(): Argument #1 ($dir_handle) must be of type resource or null, int given
TypeError: sizeof(): Argument #1 ($value) must be of type Countable|array, int given
TypeError: join(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
TypeError: count(): Argument #1 ($value) must be of type Countable|array, int given
TypeError: implode(): If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given
TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, first array member is not a valid class name or object
TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, array callback has to contain indices 0 and 1
TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, array callback must have exactly two members
TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, array callback must have exactly two members
