--TEST--
Code that never runs: generators, labels, statics and declarations keep their meaning
--FILE--
<?php
function generator() { if (false) { yield 1; } return 5; }
function empty_generator() { return; yield; }
function short() { return false && yield 1; }
function statics() { if (false) { static $count = 3; } return isset($count); }
function jumps() { goto end; echo "never\n"; end: return "jumped"; }
function after() { return hoisted(); function hoisted_not() {} echo "never"; }
echo generator()->getReturn(), "\n";
var_dump(empty_generator() instanceof Generator, short() instanceof Generator, statics(), jumps(), after());
print_r((new ReflectionFunction('statics'))->getStaticVariables());
var_dump(function_exists('hoisted_not'), function_exists('conditional'), function_exists('never'));
if (true) { function conditional() { return 1; } }
if (false) { function never() {} }
var_dump(function_exists('conditional'), function_exists('never'));
if (0) { echo "never"; } elseif ("0") { echo "never"; } elseif ("a") { echo "yes\n"; } else { echo "never"; }
while (false) { echo "never"; }
foreach ([1, 2] as $i) {
    switch ($i) {
        case 1: echo "one"; continue 2; echo "never";
        case 2: echo "two\n"; break; echo "never";
    }
}
try {
    throw new Exception("out");
    echo "never";
} catch (Exception $e) {
    echo $e->getMessage(), " ", $e->getLine(), "\n";
} finally {
    echo "finally\n";
}
function hoisted() { return "hoisted"; }
return;
echo "never";
class Late extends stdClass {}
?>
never
--EXPECT--
5
bool(true)
bool(true)
bool(false)
string(6) "jumped"
string(7) "hoisted"
Array
(
    [count] => 3
)
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
yes
onetwo
out 24
finally
