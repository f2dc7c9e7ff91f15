--TEST--
Reading what is not there
--FILE--
<?php
$a = ['x' => 1, 2];
echo $a['nope'];
echo $a[7];
var_dump($a['nope'] ?? 'default', isset($a['x']), isset($a['x']['y']), array_key_exists('x', $a));
$n = null; $i = 5; $b = true;
var_dump($n['x'], $i['x'], $b[0][1]);
$a['new']['deep'][] = 1;
$undefined[] = 'auto';
print_r($a); print_r($undefined);
try { $i[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
$f = false; $f[] = 1;
$s = ''; try { $s[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
Warning: Undefined array key "nope" in %s17_array_access.php on line 3

Warning: Undefined array key 7 in %s17_array_access.php on line 4
string(7) "default"
bool(true)
bool(false)
bool(true)

Warning: Trying to access array offset on null in %s17_array_access.php on line 7

Warning: Trying to access array offset on int in %s17_array_access.php on line 7

Warning: Trying to access array offset on true in %s17_array_access.php on line 7

Warning: Trying to access array offset on null in %s17_array_access.php on line 7
NULL
NULL
NULL
Array
(
    [x] => 1
    [0] => 2
    [new] => Array
        (
            [deep] => Array
                (
                    [0] => 1
                )

        )

)
Array
(
    [0] => auto
)
Cannot use a scalar value as an array

Deprecated: Automatic conversion of false to array is deprecated in %s17_array_access.php on line 12
[] operator not supported for strings
