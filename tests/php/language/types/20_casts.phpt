--TEST--
Every cast
--FILE--
<?php
class P { public $a = 1; protected $b = 2; private $c = 3; }
var_dump((int) 3.99, (int) -3.99, (int) '0b11', (int) true, (int) null, (int) [], (int) [0], (int) NAN, (int) 1e19);
var_dump((float) '3.5abc', (float) 3, (string) false, (string) 1.0, (string) null, (string) 12.50);
var_dump((array) 'str', (array) null, (array) [1], array_keys((array) new P) === ['a', "\0*\0b", "\0P\0c"]);
print_r([(object) ['x' => 1, 5 => 'five'], (object) 'scalar', (object) null]);
var_dump((bool) '0', (boolean) 1, (integer) '7', (double) '2', (binary) 'b', b'b');
$o = (object) ['7' => 'seven']; var_dump($o->{'7'}, isset($o->{7}));
$a = (array) $o; var_dump($a[7], isset($a['7']));
echo (string) [1];
--EXPECTF--
int(3)
int(-3)
int(0)
int(1)
int(0)
int(0)
int(1)
int(0)
int(-8446744073709551616)
float(3.5)
float(3)
string(0) ""
string(1) "1"
string(0) ""
string(4) "12.5"
array(1) {
  [0]=>
  string(3) "str"
}
array(0) {
}
array(1) {
  [0]=>
  int(1)
}
bool(true)
Array
(
    [0] => stdClass Object
        (
            [x] => 1
            [5] => five
        )

    [1] => stdClass Object
        (
            [scalar] => scalar
        )

    [2] => stdClass Object
        (
        )

)
bool(false)
bool(true)
int(7)
float(2)
string(1) "b"
string(1) "b"
string(5) "seven"
bool(true)
string(5) "seven"
bool(true)

Warning: Array to string conversion in %s20_casts.php on line 10
Array
