--TEST--
extract(): prefixes that are required or no identifiers, and $this
--FILE--
<?php
function extracted(int $flags, ?string $prefix = null) {
    $one = 'old';
    $source = ['one' => '1', 'two' => 2, 0 => 'zero', 'bad-name' => 5];
    try {
        $count = $prefix === null ? extract($source, $flags) : extract($source, $flags, $prefix);
        $found = array_diff_key(get_defined_vars(), ['source' => 1, 'flags' => 1, 'prefix' => 1]);
        ksort($found);
        echo json_encode($found), "\n";
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
foreach ([EXTR_OVERWRITE, EXTR_SKIP, EXTR_PREFIX_SAME, EXTR_PREFIX_ALL, EXTR_PREFIX_INVALID, EXTR_PREFIX_IF_EXISTS, EXTR_IF_EXISTS, 7] as $flags) {
    foreach ([null, '', 'p', '1x', 'a b'] as $prefix) {
        extracted($flags, $prefix);
    }
}
class Target {
    function take(int $flags, string $prefix = 'v') {
        try {
            echo extract(['this' => 42], $flags, $prefix), ' ', $v_this ?? 'none', ' ', get_class($this), "\n";
        } catch (Error $error) {
            echo get_class($error), ': ', $error->getMessage(), "\n";
        }
    }
}
for ($flags = EXTR_OVERWRITE; $flags <= EXTR_IF_EXISTS; $flags++) {
    (new Target)->take($flags);
}
function without_object() { var_dump(compact('this'), compact(['this'])); }
without_object();
var_dump(array_sum([1, STDIN]), array_product([2, STDIN]));
ctype_alpha(STDIN);
--EXPECTF--
{"count":2,"one":"1","two":2}
{"count":2,"one":"1","two":2}
{"count":2,"one":"1","two":2}
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
{"count":1,"one":"old","two":2}
{"count":1,"one":"old","two":2}
{"count":1,"one":"old","two":2}
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) is required when using this extract type
{"_one":"1","count":2,"one":"old","two":2}
{"count":2,"one":"old","p_one":"1","two":2}
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) is required when using this extract type
{"_0":"zero","_one":"1","_two":2,"count":3,"one":"old"}
{"count":3,"one":"old","p_0":"zero","p_one":"1","p_two":2}
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) is required when using this extract type
{"_0":"zero","count":3,"one":"1","two":2}
{"count":3,"one":"1","p_0":"zero","two":2}
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) is required when using this extract type
{"_one":"1","count":1,"one":"old"}
{"count":1,"one":"old","p_one":"1"}
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
{"count":1,"one":"1"}
{"count":1,"one":"1"}
{"count":1,"one":"1"}
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #3 ($prefix) must be a valid identifier
ValueError: extract(): Argument #2 ($flags) must be a valid extract type
ValueError: extract(): Argument #2 ($flags) must be a valid extract type
ValueError: extract(): Argument #2 ($flags) must be a valid extract type
ValueError: extract(): Argument #2 ($flags) must be a valid extract type
ValueError: extract(): Argument #2 ($flags) must be a valid extract type
Error: Cannot re-assign $this
0 none Target
1 42 Target
1 42 Target
1 42 Target
0 none Target
0 none Target
array(0) {
}
array(0) {
}

Warning: array_sum(): Addition is not supported on type resource in %sextract_names.php on line 33

Warning: array_product(): Multiplication is not supported on type resource in %sextract_names.php on line 33
int(2)
int(2)

Deprecated: ctype_alpha(): Argument of type resource will be interpreted as string in the future in %sextract_names.php on line 34
