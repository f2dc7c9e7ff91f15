--TEST--
Calls of pure functions with literals: the result, by value, and every diagnostic at run time
--FILE--
<?php
namespace App {
    function strlen($x) { return "mine"; }
    echo strlen("abc"), \strlen("abc"), ord("a") - ord("A"), "\n";
}
namespace {
    use function strtoupper as upper;

    function append(array &$list) { $list[] = 'c'; return $list; }

    echo upper("abc"), str_repeat("=", 5), implode(",", [1, "b", true]), max(3, 7), sqrt(16), "\n";
    $parts = explode(",", "a,b");
    $parts[] = "c";
    foreach (explode(",", "a,b") as &$part) {
        $part .= "!";
    }
    print_r($parts);
    print_r(array_flip(['x' => 1, 'y' => 2]));
    foreach (range(1, 3) as $i) {
        echo $i;
    }
    echo "\n";
    print_r(end(explode(",", "a,b")));
    echo "\n";
    echo hexdec("xyz"), "\n";
    set_error_handler(function ($level, $message, $file, $line) {
        echo "handled: $message on $line\n";
        return true;
    });
    echo hexdec("xyz"), strlen(null), "\n";
    try {
        strlen("a", "b");
    } catch (ArgumentCountError $e) {
        echo $e->getMessage(), "\n";
    }
    echo strlen(str_repeat("ab", 50000)), "\n";
    var_dump(explode(",", "a,b")[1] ?? null, isset(explode(",", "a,b")[5]));
    var_dump(spl_object_id(new stdClass));
}
?>
--EXPECTF--
mine332
ABC=====1,b,174
Array
(
    [0] => a
    [1] => b
    [2] => c
)
Array
(
    [1] => x
    [2] => y
)
123

Notice: Only variables should be passed by reference in %s on line 23
b

Deprecated: Invalid characters passed for attempted conversion, these have been ignored in %s on line 25
0
handled: Invalid characters passed for attempted conversion, these have been ignored on 30
0handled: strlen(): Passing null to parameter #1 ($string) of type string is deprecated on 30
0
strlen() expects exactly 1 argument, 2 given
100000
string(1) "b"
bool(false)
int(%d)
