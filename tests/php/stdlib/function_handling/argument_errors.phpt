--TEST--
How builtins complain of their arguments: counts, names, callbacks and keys
--FILE--
<?php
function attempt(string $call): void {
    echo $call, ' => ';
    try {
        $array = [3, 1, 2];
        echo json_encode(eval("return $call;")), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
set_error_handler(function ($level, $message) { echo "[$level] $message; "; return true; });
foreach (['array_udiff()', 'array_udiff(1)', 'array_udiff([1])', 'array_uintersect_uassoc([1], "strcmp")', 'array_diff_ukey([1], 1)',
    'array_udiff([3, 1], [1], fn($a, $b) => $a <=> $b)', 'sort($array, array: 1)', 'sort(array: [1])', 'array_push($array, array: 1)',
    'usort($array, "a\0b")', 'array_map("no_such", [1])', 'array_map("a\0b", [1])', 'call_user_func("x\0y")',
    'key_exists([], [1])', 'key_exists(new stdClass, [1])', 'key_exists(null, ["" => 1])', 'array_key_exists([], [1])',
    'forward_static_call("strlen", "abc")', 'forward_static_call_array("strlen", ["abc"])',
    'ini_parse_quantity("a\0\x1b\\\\")', 'ini_parse_quantity("1\xffx")', 'ini_parse_quantity("9999999999999999999")',
    'levenshtein("abc", "abd", PHP_INT_MAX)', 'levenshtein("abc", "abc", PHP_INT_MIN)', 'levenshtein("kitten", "sitting", 1 << 40, 3, 1 << 40)'] as $call) attempt($call);
$image = 'before';
var_dump(@getimagesize('/nonexistent', $image), $image);
--EXPECT--
array_udiff() => ArgumentCountError: array_udiff() expects at least 2 arguments, 0 given
array_udiff(1) => ArgumentCountError: array_udiff() expects at least 2 arguments, 1 given
array_udiff([1]) => ArgumentCountError: array_udiff() expects at least 2 arguments, 1 given
array_uintersect_uassoc([1], "strcmp") => ArgumentCountError: array_uintersect_uassoc() expects at least 3 arguments, 2 given
array_diff_ukey([1], 1) => TypeError: array_diff_ukey(): Argument #2 must be a valid callback, no array or string given
array_udiff([3, 1], [1], fn($a, $b) => $a <=> $b) => [3]
sort($array, array: 1) => Error: Named parameter $array overwrites previous argument
sort(array: [1]) => Error: sort(): Argument #1 ($array) could not be passed by reference
array_push($array, array: 1) => Error: Named parameter $array overwrites previous argument
usort($array, "a\0b") => TypeError: usort(): Argument #2 ($callback) must be a valid callback, function "a" not found or invalid function name
array_map("no_such", [1]) => TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, function "no_such" not found or invalid function name
array_map("a\0b", [1]) => TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null, function "a" not found or invalid function name
call_user_func("x\0y") => TypeError: call_user_func(): Argument #1 ($callback) must be a valid callback, function "x" not found or invalid function name
key_exists([], [1]) => TypeError: key_exists(): Argument #1 ($key) must be a valid array offset type
key_exists(new stdClass, [1]) => TypeError: key_exists(): Argument #1 ($key) must be a valid array offset type
key_exists(null, ["" => 1]) => true
array_key_exists([], [1]) => TypeError: Cannot access offset of type array on array
forward_static_call("strlen", "abc") => Error: Cannot call forward_static_call() when no class scope is active
forward_static_call_array("strlen", ["abc"]) => 3
ini_parse_quantity("a\0\x1b\\") => [2] Invalid quantity "a\x00\e\\": no valid leading digits, interpreting as "0" for backwards compatibility; 0
ini_parse_quantity("1\xffx") => [2] Invalid quantity "1\xFFx": unknown multiplier "x", interpreting as "1" for backwards compatibility; 1
ini_parse_quantity("9999999999999999999") => [2] Invalid quantity "9999999999999999999": value is out of range, using overflow result for backwards compatibility; -8446744073709551617
levenshtein("abc", "abd", PHP_INT_MAX) => -9223372036854775807
levenshtein("abc", "abc", PHP_INT_MIN) => -9223372036854775807
levenshtein("kitten", "sitting", 1 << 40, 3, 1 << 40) => 1099511627782
[2] getimagesize(/nonexistent): Failed to open stream: No such file or directory; bool(false)
array(0) {
}
