--TEST--
Warnings, notices and deprecations print where they happen
--FILE--
<?php
echo "start\n";
echo $undefined;
$a = [];
echo $a['k'] . $a[0];
echo 1 <=> "x" . [];
trigger_error('my notice'); trigger_error('my warning', E_USER_WARNING);
trigger_error('my deprecation', E_USER_DEPRECATED);
hex2bin('abc');
array_combine([1], [2]) + [] ; unserialize('x');
echo intdiv('5', 2), "\n";
str_contains(null, 'a');
function deprecated_params($a = 1, $b) {}
trigger_error('fatal here', E_USER_ERROR);
echo "never\n";
--EXPECTF--
Deprecated: deprecated_params(): Optional parameter $a declared before required parameter $b is implicitly treated as a required parameter in %s01_levels.php on line 13
start

Warning: Undefined variable $undefined in %s01_levels.php on line 3

Warning: Undefined array key "k" in %s01_levels.php on line 5

Warning: Undefined array key 0 in %s01_levels.php on line 5

Warning: Array to string conversion in %s01_levels.php on line 6
-1
Notice: my notice in %s01_levels.php on line 7

Warning: my warning in %s01_levels.php on line 7

Deprecated: my deprecation in %s01_levels.php on line 8

Warning: hex2bin(): Hexadecimal input string must have an even length in %s01_levels.php on line 9

Warning: unserialize(): Error at offset 0 of 1 bytes in %s01_levels.php on line 10
2

Deprecated: str_contains(): Passing null to parameter #1 ($haystack) of type string is deprecated in %s01_levels.php on line 12

Deprecated: Passing E_USER_ERROR to trigger_error() is deprecated since 8.4, throw an exception or call exit with a string message instead in %s01_levels.php on line 14

Fatal error: fatal here in %s01_levels.php on line 14
