--TEST--
Unpacking arrays inside arrays
--FILE--
<?php
$a = [1, 2]; $b = ['k' => 'v', 5 => 'five'];
print_r([0, ...$a, ...$b, ...[], ...['k' => 'later'], 'end']);
function g() { yield 'g1'; yield 'key' => 'g2'; }
print_r([...g(), ...new ArrayIterator(['it'])]);
$five = 5; try { [...$five]; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
Array
(
    [0] => 0
    [1] => 1
    [2] => 2
    [k] => later
    [3] => five
    [4] => end
)
Array
(
    [0] => g1
    [key] => g2
    [1] => it
)
Only arrays and Traversables can be unpacked, int given
