--TEST--
Reading undefined variables warns and gives null
--FILE--
<?php
function f() {
    echo $missing;
    $missing .= 'text'; echo $missing, "\n";
    $count++; var_dump($count);
    $sum += 5; var_dump($sum);
    $list[] = 1; $map['k']['j'] = 2; echo count($list) + count($map), "\n";
    return $result;
}
var_dump(f());
$dec--; var_dump($dec);
echo "in a string: $nope|\n";
var_dump($arr['x']);
--EXPECTF--
Warning: Undefined variable $missing in %s02_undefined.php on line 3

Warning: Undefined variable $missing in %s02_undefined.php on line 4
text

Warning: Undefined variable $count in %s02_undefined.php on line 5
int(1)

Warning: Undefined variable $sum in %s02_undefined.php on line 6
int(5)
2

Warning: Undefined variable $result in %s02_undefined.php on line 8
NULL

Warning: Undefined variable $dec in %s02_undefined.php on line 11

Warning: Decrement on type null has no effect, this will change in the next major version of PHP in %s02_undefined.php on line 11
NULL

Warning: Undefined variable $nope in %s02_undefined.php on line 12
in a string: |

Warning: Undefined variable $arr in %s02_undefined.php on line 13

Warning: Trying to access array offset on null in %s02_undefined.php on line 13
NULL
